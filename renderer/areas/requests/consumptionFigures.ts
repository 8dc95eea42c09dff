import type { BillComparison, InvoiceDetail } from '../../../shared/contract/account.ts'
import { billedMonth } from '../../../shared/domain/billing.ts'
import { addMonths, daysBetween } from '../../../shared/domain/dates.ts'

/** A bill of longer than a year is none for a period. */
const MOST_DAYS = 400

/** How the two readings came about that the consumption is computed from. */
export type HowRead = 'missing' | 'estimatedBoth' | 'estimatedCurrent' | 'estimatedPrevious' | 'read'

/** What the data say of the consumption that an invoice charges for, and no more. */
export interface ConsumptionFigures {
  /** null where the period has no days, or too many. */
  days: number | null
  /** Of the meter's own unit, by day. */
  daily: number | null
  howRead: HowRead
  /** The same month a year before. */
  yearAgo: { month: string; used: BillComparison['before'] | null; unit: string | null }
}

export function consumptionFigures({ invoice, consumption, previousReading, currentReading, comparisons }: InvoiceDetail): ConsumptionFigures {
  const counted = daysBetween(invoice.periodStart, invoice.periodEnd) + 1
  const days = counted >= 1 && counted <= MOST_DAYS ? counted : null
  const month = addMonths(billedMonth(invoice), -12)
  const same = comparisons.find((each) => each.month === month)
  return {
    days,
    daily: days === null ? null : Number((consumption / days).toFixed(2)),
    howRead: howRead(previousReading, currentReading),
    yearAgo: { month, used: same?.before ?? null, unit: same?.unit ?? null },
  }
}

function howRead(previous: InvoiceDetail['previousReading'], current: InvoiceDetail['currentReading']): HowRead {
  const [before, now] = [previous?.kind === 'estimated', current?.kind === 'estimated']
  if (before && now) return 'estimatedBoth'
  if (now) return 'estimatedCurrent'
  if (before) return 'estimatedPrevious'
  return previous && current ? 'read' : 'missing'
}
