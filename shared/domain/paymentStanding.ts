import type { PaymentStanding } from '../contract/payments.ts'
import type { Payment } from '../utility-api/generated/types.gen.ts'
import { significantCharacters } from './invoiceNumber.ts'

/** A payment as the cache holds it. */
export interface KnownPayment extends Payment {
  /** The utility has a newer revision, which could not be read. */
  outdated?: true
}

/**
 * How each of an account's payments stands. The utility's data have no word for one that bounced: it is another record, of a negative amount. Which
 * one that takes back follows from the same reference, or the same invoices, and the same amount; the newest before it.
 */
export function paymentStandings(newestFirst: readonly KnownPayment[]): ReadonlyMap<string, PaymentStanding> {
  const standings = new Map<string, PaymentStanding>(newestFirst.map((payment) => [payment.id, ownStanding(payment)]))
  for (const back of newestFirst.toReversed().filter(({ amount }) => amount < 0)) {
    const taken = newestFirst.find((payment) => standings.get(payment.id)?.kind === 'recorded' && isTakenBack(payment, back))
    if (taken) standings.set(taken.id, { kind: 'returned', on: back.paidOn })
  }
  return standings
}

function ownStanding({ amount, outdated }: KnownPayment): PaymentStanding {
  if (outdated) return { kind: 'outdated' }
  return { kind: amount < 0 ? 'return' : 'recorded' }
}

const isTakenBack = (payment: Payment, back: Payment): boolean =>
  payment.amount === -back.amount && payment.paidOn <= back.paidOn && subjectOf(payment) !== '' && subjectOf(payment) === subjectOf(back)

const subjectOf = ({ reference, invoiceNumbers = [] }: Payment): string => reference?.trim() || invoiceNumbers.map(significantCharacters).sort().join(' ')
