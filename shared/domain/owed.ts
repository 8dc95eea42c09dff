import type { Invoice } from '../utility-api/generated/types.gen.ts'
import { isCreditNote } from './creditNote.ts'

/** An invoice as the cache holds it. */
export interface KnownInvoice extends Invoice {
  /** The utility has a newer revision, which could not be read: nothing may be asked for by this one. */
  outdated?: true
}

type Owing = Pick<KnownInvoice, 'balance' | 'status'> & Partial<Pick<KnownInvoice, 'total' | 'fiscal' | 'outdated'>>
type Dated = Pick<Invoice, 'issuedOn' | 'number'>

/** What the utility calls paid is not asked for again, whatever balance it still names. */
export const isOwed = ({ balance, status, total = 0, fiscal, outdated }: Owing): boolean =>
  !outdated && balance > 0 && total >= 0 && status !== 'cancelled' && status !== 'paid' && !isCreditNote({ fiscal })

/** How many wait to be paid, and how many the utility has changed without their being known. */
export const countOwed = (invoices: readonly Owing[]) => ({
  pendingInvoices: invoices.filter(isOwed).length,
  outdatedInvoices: invoices.filter(({ outdated }) => outdated).length,
})

/**
 * What may be said of the debt of an account. An invoice may wait to be paid although the account as a whole owes nothing (`pending`); that there is
 * nothing to pay cannot be said while an invoice is not known (`unknown`).
 */
export function debtOf({ totalOwed, pendingInvoices, outdatedInvoices }: { totalOwed: number } & ReturnType<typeof countOwed>) {
  if (totalOwed > 0) return 'owing'
  if (pendingInvoices > 0) return 'pending'
  return outdatedInvoices > 0 ? 'unknown' : 'settled'
}

/** In the order in which a utility settles them. */
export const oldestFirst = <T extends Dated>(invoices: readonly T[]): T[] =>
  [...invoices].sort((one, other) => compare(one.issuedOn, other.issuedOn) || compare(one.number, other.number))

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/**
 * The day until which a slip printed today is good: the date due, or for what is overdue the next working day, since a slip is printed at the
 * kiosk and paid at a bank that may be closed by then. Holidays are the bank's: the data do not name them.
 */
export const payBy = ({ dueOn }: Pick<Invoice, 'dueOn'>, today: string): string => (dueOn >= today ? dueOn : nextWorkingDay(today))

/** Of several on one slip: the first of their days. Of none, today. */
export const payByOf = (invoices: readonly Pick<Invoice, 'dueOn'>[], today: string): string =>
  invoices.map((invoice) => payBy(invoice, today)).sort()[0] ?? today

export const totalOwed = (invoices: readonly Pick<Invoice, 'balance'>[]): number => invoices.reduce((sum, { balance }) => sum + balance, 0)

const DAY_MS = 86_400_000
const SATURDAY = 6
const SUNDAY = 0

function nextWorkingDay(today: string): string {
  const day = new Date(`${today}T00:00:00Z`)
  do day.setTime(day.getTime() + DAY_MS)
  while ([SATURDAY, SUNDAY].includes(day.getUTCDay()))
  return day.toISOString().slice(0, 10)
}
