import type { Handlers } from '../../shared/contract/index.ts'
import type { Scanned } from '../../shared/contract/lookup.ts'
import { hasAccountLength, readAccountNumber } from '../../shared/domain/accountNumber.ts'
import { type BillNumbers, billsIn } from '../../shared/domain/billCodes.ts'
import { type FiscalCode, fiscalCodeOf, isSameCode } from '../../shared/domain/fiscalCode.ts'
import { readInvoiceNumber } from '../../shared/domain/invoiceNumber.ts'
import { referencesIn } from '../../shared/domain/referencesIn.ts'
import { readScannedCode, type ScannedCode, textsOf } from '../../shared/domain/scannedCode.ts'
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
      if (code?.kind === 'folio') return success(code)
      const refusal = guessing.refusal()
      if (refusal) return failure(refusal)
      const chosen = zoneId === null ? null : findZone(db, zoneId)
      const told = code?.kind === 'fiscal' ? null : byZoneRules(db, textsOf(text), chosen)
      if (!code && !told) return failure({ code: 'unknown-code' })
      const named = told && told !== 'several' ? told : ((code && lookedUp(db, code, chosen)) ?? told)
      // Like a hit it was no guess.
      if (named === 'several') return failure({ code: 'ambiguous-code' })
      return named ? success(named) : guessing.missed(askedAt)
    },
  } satisfies Pick<Handlers, 'lookup.scan'>
}

/** `several`: more than one bill, and nothing says which. */
type Named = Scanned | 'several' | null

/** By the zones' own rules for the codes of their bills, and the form of their numbers: nothing is looked up, so that nothing is told by it. */
function byZoneRules(db: ReadableDb, texts: readonly string[], chosen: Zone | null): Named {
  const bills = servedZones(db).flatMap(({ id, billCodes = [] }) => billsIn(texts, billCodes).map((numbers): Bill => ({ zoneId: id, ...numbers })))
  if (bills.length > 0) return onlyBill(bills, chosen)
  const zone = chosen ?? homeZone(db)
  for (const number of texts) {
    const fits = formsOf(number, zone)
    if (fits.length > 0) return { kind: 'number', number, fits }
  }
  return null
}

function lookedUp(db: ReadableDb, code: Exclude<ScannedCode, { kind: 'folio' }>, chosen: Zone | null): Named {
  const found = code.kind === 'fiscal' ? byFiscalCode(db, code.code) : byReference(db, code.texts)
  const served = new Set(servedZones(db).map(({ id }) => id))
  const bills = newestOfEach(found.filter(({ zoneId }) => served.has(zoneId)))
  return onlyBill(
    bills.map(({ zoneId, invoice }) => ({ zoneId, accountNumber: null, invoiceNumber: invoice.number })),
    chosen,
  )
}

/** Of each account one: it may have one reference for all its invoices, and one that is cancelled may be issued again under the same. */
const newestOfEach = (found: CodedInvoice[]): CodedInvoice[] => [
  ...new Map(found.toSorted((one, other) => ageOf(one).localeCompare(ageOf(other))).map((one) => [one.invoice.accountId, one])).values(),
]
const ageOf = ({ invoice }: CodedInvoice): string => `${invoice.status === 'cancelled' ? 0 : 1} ${invoice.issuedOn}`

/** Of those that bear its key, the ones that say the same in all else. */
const byFiscalCode = (db: ReadableDb, code: FiscalCode): CodedInvoice[] =>
  findByFiscalKey(db, code.key).filter(({ invoice }) => {
    const known = fiscalCodeOf(invoice.fiscal)
    return known !== null && isSameCode(code, known)
  })

function byReference(db: ReadableDb, texts: readonly string[]): CodedInvoice[] {
  const rules = listSlipRules(db)
  const keys = new Set(texts.flatMap((text) => referencesIn(text, rules)))
  return [...keys].flatMap((key) => findByPaymentKey(db, key))
}

type Form = Extract<Scanned, { kind: 'number' }>['fits'][number]

function formsOf(text: string, zone: Zone | undefined): Form[] {
  const { account, invoice } = zone?.identifiers ?? {}
  const forms: Form[] = []
  if (hasAccountLength(text) && readAccountNumber(text, account?.pattern ?? null).ok) forms.push('account')
  if (readInvoiceNumber(text, invoice?.pattern ?? null).ok) forms.push('invoice')
  return forms
}

type Bill = BillNumbers & { zoneId: string }

/** Of several that a code may name, the one of the zone that is chosen; of several with the same numbers, these without a zone. */
function onlyBill(bills: Bill[], chosen: Zone | null): Named {
  const [here, ...others] = unlike(bills.filter(({ zoneId }) => zoneId === chosen?.id))
  if (here && others.length === 0) return { kind: 'bill', ...here }
  const [first, ...more] = unlike(bills)
  if (!first) return null
  if (more.length === 0) return { kind: 'bill', ...first }
  return new Set(bills.map(numbersOf)).size === 1 ? { kind: 'bill', ...first, zoneId: null } : 'several'
}

const numbersOf = ({ accountNumber, invoiceNumber }: BillNumbers): string => `${accountNumber} / ${invoiceNumber}`

/** Whoever types the same numbers means one bill. */
const unlike = (bills: Bill[]): Bill[] => [...new Map(bills.map((bill) => [`${bill.zoneId} ${numbersOf(bill)}`, bill])).values()]
