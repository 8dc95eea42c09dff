import type { InvoiceStanding, OwedStanding } from '../contract/account.ts'
import { isOwed, type KnownInvoice } from './owed.ts'
import { isCreditNote } from './creditNote.ts'

type Due = Pick<KnownInvoice, 'dueOn'>
type Standing = Pick<KnownInvoice, 'status' | 'total' | 'balance' | 'dueOn' | 'fiscal' | 'outdated'>

/**
 * How an invoice stands on a day of its zone, and the date that goes with it: the one place that decides, for every screen and every paper. The
 * utility's word counts where it says paid or cancelled; whether the rest is overdue follows from the date, since the utility's flag may be older
 * or newer than this day. `paidOn`: when it was paid last, where the utility tells.
 */
export function standingOf(invoice: Standing, today: string, paidOn: string | null = null): InvoiceStanding {
  if (invoice.outdated) return { kind: 'outdated' }
  if (invoice.status === 'cancelled') return { kind: 'cancelled' }
  if (isCreditNote(invoice)) return { kind: 'creditNote' }
  if (isOwed(invoice)) return owedStanding(invoice, today)
  if (invoice.total < 0) return { kind: 'credit' }
  return invoice.total === 0 ? { kind: 'nothing' } : { kind: 'paid', on: paidOn }
}

/** The total where it stands beside the word for how the invoice stands: *A su favor* says what a sign would, and with both it would be said twice. */
export const totalBeside = ({ standing, total }: { standing: InvoiceStanding; total: number }): number => (standing.kind === 'credit' ? Math.abs(total) : total)

/** Of one that is owed. */
export function owedStanding({ dueOn: on }: Due, today: string): OwedStanding {
  if (on === today) return { kind: 'dueToday', on }
  return { kind: on < today ? 'overdue' : 'due', on }
}

export const isOverdue = ({ dueOn }: Due, today: string): boolean => dueOn < today

export const isToPay = (standing: InvoiceStanding): standing is OwedStanding =>
  standing.kind === 'due' || standing.kind === 'dueToday' || standing.kind === 'overdue'
