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
 * Finds what a scanned code names. A code proves what its characters would prove typed: it opens no account, and a miss counts and is answered like
 * one of the look-up. A hit does not reset the count of misses, because it proves no account.
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
      // The code exists, so this is no miss.
      if (named === 'several') return failure({ code: 'ambiguous-code' })
      return named ? success(named) : guessing.missed(askedAt)
    },
  } satisfies Pick<Handlers, 'lookup.scan'>
}

/** `several`: more than one bill, and nothing says which. */
type Named = Scanned | 'several' | null

/** By the zones' `billCodes` and the form of their numbers. It reads no invoice, so it reveals none. */
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

/** The newest invoice of each account: a utility may use one reference for all of them, or issue a cancelled one again under it. */
const newestOfEach = (found: CodedInvoice[]): CodedInvoice[] => [
  ...new Map(found.toSorted((one, other) => ageOf(one).localeCompare(ageOf(other))).map((one) => [one.invoice.accountId, one])).values(),
]
const ageOf = ({ invoice }: CodedInvoice): string => `${invoice.status === 'cancelled' ? 0 : 1} ${invoice.issuedOn}`

/** The invoices with the code's key that also agree in total, date and seal or hash. */
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

/** Of several bills the only one of the chosen zone. Where all have the same numbers in different zones, these numbers without a zone. */
function onlyBill(bills: Bill[], chosen: Zone | null): Named {
  const [here, ...others] = unlike(bills.filter(({ zoneId }) => zoneId === chosen?.id))
  if (here && others.length === 0) return { kind: 'bill', ...here }
  const [first, ...more] = unlike(bills)
  if (!first) return null
  if (more.length === 0) return { kind: 'bill', ...first }
  return new Set(bills.map(numbersOf)).size === 1 ? { kind: 'bill', ...first, zoneId: null } : 'several'
}

const numbersOf = ({ accountNumber, invoiceNumber }: BillNumbers): string => `${accountNumber} / ${invoiceNumber}`

/** Without repetitions: the same numbers in the same zone are one bill. */
const unlike = (bills: Bill[]): Bill[] => [...new Map(bills.map((bill) => [`${bill.zoneId} ${numbersOf(bill)}`, bill])).values()]
