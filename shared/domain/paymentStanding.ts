import type { PaymentStanding } from '../contract/payments.ts'
import type { Payment } from '../utility-api/generated/types.gen.ts'
import { significantCharacters } from './invoiceNumber.ts'

/** A payment as the cache holds it. */
export interface KnownPayment extends Payment {
  /** The utility has a newer revision, which could not be read. */
  outdated?: true
}

/** A payment with what it can be known again by: a number for each reference and each set of invoices, null where the utility does not tell. */
interface Entry {
  payment: KnownPayment
  reference: number | null
  invoices: number | null
}

/**
 * How each of an account's payments stands. The utility's data have no word for one that bounced: it is another record, of a negative amount. Which
 * one that takes back follows from the amount with the invoices or the reference. Where several may be meant, each of them is in doubt.
 */
export function paymentStandings(newestFirst: readonly KnownPayment[]): ReadonlyMap<string, PaymentStanding> {
  const standings = new Map<string, PaymentStanding>(newestFirst.map((payment) => [payment.id, ownStanding(payment)]))
  const entries = newestFirst.map(numbered())
  const payments = Map.groupBy(
    entries.filter(({ payment }) => standings.get(payment.id)?.kind === 'recorded'),
    ({ payment }) => payment.amount,
  )
  const returnsOf = new Map<string, number>()
  for (const back of entries.toReversed().filter(({ payment }) => payment.amount < 0)) {
    const meant = meantBy(back, payments.get(-back.payment.amount) ?? [], standings)
    const key = [meant.length, meant[0]?.payment.id, meant.at(-1)?.payment.id].join('\n')
    const returns = (returnsOf.get(key) ?? 0) + 1
    returnsOf.set(key, returns)
    const isSure = returns >= meant.length && !back.payment.outdated
    for (const { payment } of meant) standings.set(payment.id, { kind: isSure ? 'returned' : 'perhapsReturned', on: back.payment.paidOn })
  }
  return standings
}

function ownStanding({ amount, outdated }: KnownPayment): PaymentStanding {
  if (outdated) return { kind: 'outdated' }
  return { kind: amount < 0 ? 'return' : 'recorded' }
}

/** So many invoices tell one payment from another. */
const MOST_INVOICES = 50

/** Numbers are compared at once, however long what they stand for is. */
function numbered(): (payment: KnownPayment) => Entry {
  const numbers = new Map<string, number>()
  const numberOf = (text: string | undefined): number | null => {
    if (!text) return null
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  }
  return (payment) => ({
    payment,
    reference: numberOf(payment.reference?.trim()),
    invoices: numberOf((payment.invoiceNumbers ?? []).slice(0, MOST_INVOICES).map(significantCharacters).sort().join(' ')),
  })
}

/** Nobody pays one amount more often before it bounces, and a feed may bring any number. */
const MOST_ALIKE = 100

/** Of the payments of its amount those that a return suits best, and of these the ones of an earlier day, if there are any. */
function meantBy(back: Entry, sameAmount: readonly Entry[], standings: ReadonlyMap<string, PaymentStanding>): Entry[] {
  const before = sameAmount
    .filter(({ payment }) => payment.paidOn <= back.payment.paidOn && standings.get(payment.id)?.kind !== 'returned')
    .slice(0, MOST_ALIKE)
  const likeness = before.map((entry) => likenessOf(entry, back))
  const best = Math.max(1, ...likeness)
  const meant = before.filter((_, place) => likeness[place] === best)
  const earlier = meant.filter(({ payment }) => payment.paidOn < back.payment.paidOn)
  return earlier.length > 0 ? earlier : meant
}

/** The same invoices tell more than the same reference, which some utilities give to an account for good. */
function likenessOf(one: Entry, other: Entry): number {
  const sameReference = one.reference !== null && one.reference === other.reference
  if (one.invoices === null || other.invoices === null) return sameReference ? 1 : 0
  if (one.invoices !== other.invoices) return 0
  return sameReference ? 3 : 2
}
