import { readAccountNumber, type AccountNumberReading } from '../../shared/domain/accountNumber.ts'
import { checkDigitOf, type CheckDigitAlgorithm } from '../../shared/domain/checkDigit.ts'
import { readInvoiceNumber } from '../../shared/domain/invoiceNumber.ts'
import { areSwapped } from '../../shared/domain/swappedNumbers.ts'
import type { Handlers, RequestOf } from '../../shared/contract/index.ts'
import type { Problem } from '../../shared/problems.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { findByInvoiceNumber } from '../cache/queries/invoices.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Counter } from '../session/counter.ts'
import { accountsOf } from '../session/person.ts'
import { createGuessing, type GuessingParts } from './guessing.ts'

interface LookupParts extends GuessingParts {
  db: ReadableDb
  counter: Pick<Counter, 'current' | 'openAccount'>
}

interface Typed {
  zoneId: string
  readings: AccountNumberReading[]
  invoiceKey: string
}

type Match = { accountId: string; invoiceId: string }
type Judgement = { kind: 'match'; match: Match } | { kind: 'wrong-check-digit' } | { kind: 'miss' }

/** Identification by what is printed on a bill: zone, account number, invoice number. */
export function createLookup({ db, counter, ...parts }: LookupParts) {
  const { throttle, clock } = parts
  const guessing = createGuessing(parts)
  return {
    'lookup.identify': async (request) => {
      const askedAt = clock.elapsed()
      const refusal = guessing.refusal()
      if (refusal) return failure(refusal)
      const typed = readTyped(findZone(db, request.zoneId), request)
      if (!typed.ok) return typed

      const judgement = judge(db, typed.value)
      if (judgement.kind === 'match') {
        throttle.matched()
        const { accountId, invoiceId } = judgement.match
        if (!counter.openAccount(accountId, invoiceId, { beside: request.beside ?? false })) return failure({ code: 'contract-limit' })
        return success({ accountId, invoiceId, contracts: accountsOf(counter.current().person).length })
      }
      if (judgement.kind === 'wrong-check-digit') return failure({ code: 'wrong-check-digit' })
      return guessing.missed(askedAt)
    },
  } satisfies Pick<Handlers, 'lookup.identify'>
}

/** Understands what was typed, or says field by field what is wrong with it, before anything is looked up. */
function readTyped(zone: Zone | null, request: RequestOf<'lookup.identify'>): Result<Typed> {
  const patterns = { account: zone?.identifiers?.account?.pattern ?? null, invoice: zone?.identifiers?.invoice?.pattern ?? null }
  if (zone && areSwapped(request, patterns)) return failure({ code: 'numbers-swapped' })
  const account = readAccountNumber(request.accountNumber, patterns.account)
  const invoice = readInvoiceNumber(request.invoiceNumber, patterns.invoice)
  const fields: NonNullable<Problem['fields']> = []
  if (!zone) fields.push({ field: 'zoneId', problem: 'unknown-zone' })
  if (!account.ok) fields.push({ field: 'accountNumber', problem: account.problem })
  if (!invoice.ok) fields.push({ field: 'invoiceNumber', problem: invoice.problem })
  if (!zone || !account.ok || !invoice.ok) return failure({ code: 'invalid-fields', fields })

  const algorithm = zone.identifiers?.account?.checkDigit ?? 'none'
  const readings = account.readings.filter((reading) => belongs(reading, algorithm))
  if (readings.length === 0) return failure({ code: 'wrong-check-digit' })
  return success({ zoneId: zone.id, readings, invoiceKey: invoice.key })
}

function belongs({ key, checkDigit }: AccountNumberReading, algorithm: CheckDigitAlgorithm): boolean {
  const right = checkDigitOf(key, algorithm)
  return checkDigit === null || right === null || checkDigit === right
}

/** The account number is compared in every way in which it can be read; a guessed check digit must be right to count. */
function judge(db: ReadableDb, { zoneId, readings, invoiceKey }: Typed): Judgement {
  const pairs = findByInvoiceNumber(db, { zoneId, invoiceKey }).flatMap((bill) =>
    readings.filter((reading) => reading.key === bill.accountKey).map((reading) => ({ bill, reading })),
  )
  const match = pairs.find(({ bill, reading }) => [null, bill.checkDigit].includes(reading.checkDigit) || bill.checkDigit === null)
  if (match) return { kind: 'match', match: { accountId: match.bill.accountId, invoiceId: match.bill.invoiceId } }
  return pairs.some(({ reading }) => reading.certain) ? { kind: 'wrong-check-digit' } : { kind: 'miss' }
}
