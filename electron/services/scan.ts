import type { Handlers } from '../../shared/contract/index.ts'
import type { Scanned } from '../../shared/contract/lookup.ts'
import { readAccountNumber } from '../../shared/domain/accountNumber.ts'
import { type FiscalCode, fiscalCodeOf, isSameCode } from '../../shared/domain/fiscalCode.ts'
import { readInvoiceNumber } from '../../shared/domain/invoiceNumber.ts'
import { referencesIn } from '../../shared/domain/referencesIn.ts'
import { readScannedCode } from '../../shared/domain/scannedCode.ts'
import { failure, success } from '../../shared/result.ts'
import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { listSlipRules } from '../cache/queries/banks.ts'
import { type CodedInvoice, findByFiscalKey, findByPaymentKey } from '../cache/queries/invoices.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { ReadableDb } from '../cache/db.ts'
import { createGuessing, type GuessingParts } from './guessing.ts'
import { homeZone, servedZones } from './servedZones.ts'

interface ScanParts extends GuessingParts {
  db: ReadableDb
}

/**
 * What a scanned code names. A code is worth what its characters are worth when they are typed: it opens nothing, and a miss is slowed down and
 * answered like one of the look-up. A hit forgives no misses, for it proves no account.
 */
export function createScan({ db, ...parts }: ScanParts) {
  const guessing = createGuessing(parts)
  return {
    'lookup.scan': async ({ zoneId, text }) => {
      const askedAt = parts.clock.elapsed()
      const code = readScannedCode(text)
      if (!code) return failure({ code: 'unknown-code' })
      if (code.kind === 'folio') return success(code)
      const refusal = guessing.refusal()
      if (refusal) return failure(refusal)
      const zone = (zoneId === null ? null : findZone(db, zoneId)) ?? homeZone(db)
      const named = code.kind === 'fiscal' ? onlyBill(byFiscalCode(db, code.code), zone?.id ?? null) : byNumber(db, code.texts, zone)
      return named ? success(named) : guessing.missed(askedAt)
    },
  } satisfies Pick<Handlers, 'lookup.scan'>
}

/** Of those that bear its key, the ones that say the same in all else. */
function byFiscalCode(db: ReadableDb, code: FiscalCode): CodedInvoice[] {
  return served(db, findByFiscalKey(db, code.key)).filter(({ invoice }) => {
    const known = fiscalCodeOf(invoice.fiscal)
    return known !== null && isSameCode(code, known)
  })
}

/** What has the form of an account's or invoice's number is taken for one and not looked up; anything else is a payment reference or nothing. */
function byNumber(db: ReadableDb, texts: readonly string[], zone: Zone | undefined): Scanned | null {
  for (const text of texts) {
    const fits = formsOf(text, zone)
    if (fits.length > 0) return { kind: 'number', number: text, fits }
  }
  const rules = listSlipRules(db)
  const keys = new Set(texts.flatMap((text) => referencesIn(text, rules)))
  return onlyBill(
    served(
      db,
      [...keys].flatMap((key) => findByPaymentKey(db, key)),
    ),
    zone?.id ?? null,
  )
}

type Form = Extract<Scanned, { kind: 'number' }>['fits'][number]

function formsOf(text: string, zone: Zone | undefined): Form[] {
  const { account, invoice } = zone?.identifiers ?? {}
  const forms: Form[] = []
  if (readAccountNumber(text, account?.pattern ?? null).ok) forms.push('account')
  if (readInvoiceNumber(text, invoice?.pattern ?? null).ok) forms.push('invoice')
  return forms
}

function served(db: ReadableDb, bills: CodedInvoice[]): CodedInvoice[] {
  const zones = new Set(servedZones(db).map(({ id }) => id))
  return bills.filter(({ zoneId }) => zones.has(zoneId))
}

/** Of several that a code may name, the one of the zone that is chosen; of several with one number, that number without a zone; else none. */
function onlyBill(bills: CodedInvoice[], chosen: string | null): Scanned | null {
  const [first, ...more] = unlike(bills)
  if (!first) return null
  const [here, ...others] = unlike(bills.filter(({ zoneId }) => zoneId === chosen))
  if (here && others.length === 0) return billOf(here)
  if (more.length === 0) return billOf(first)
  const numbers = new Set(bills.map(({ invoice }) => invoice.number))
  return numbers.size === 1 && !here ? { kind: 'bill', zoneId: null, invoiceNumber: first.invoice.number } : null
}

const billOf = ({ zoneId, invoice }: CodedInvoice): Scanned => ({ kind: 'bill', zoneId, invoiceNumber: invoice.number })

/** Whoever types a number twice means one bill. */
const unlike = (bills: CodedInvoice[]): CodedInvoice[] => [...new Map(bills.map((bill) => [`${bill.zoneId} ${bill.invoice.number}`, bill])).values()]
