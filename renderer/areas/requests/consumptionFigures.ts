import type { InvoiceDetail } from '../../../shared/contract/account.ts'
import { billedMonth, periodDays } from '../../../shared/domain/billing.ts'
import { addMonths } from '../../../shared/domain/dates.ts'

/** How the two readings came about that the consumption is computed from. */
export type HowRead = 'missing' | 'estimatedBoth' | 'estimatedCurrent' | 'estimatedPrevious' | 'read'

/** What the data say of the consumption that an invoice charges for, and no more. */
export interface ConsumptionFigures {
  /** null where the period has no days, or too many. */
  days: number | null
  /** In the meter's unit, as what was used a year before. */
  daily: number | null
  howRead: HowRead
  /** The same month a year before. */
  yearAgo: { month: string; used: InvoiceDetail['yearAgo'] }
}

export function consumptionFigures({ invoice, consumption, previousReading, currentReading, yearAgo }: InvoiceDetail): ConsumptionFigures {
  const days = periodDays(invoice)
  return {
    days,
    daily: days === null ? null : Number((consumption / days).toFixed(2)),
    howRead: howRead(previousReading, currentReading),
    yearAgo: { month: addMonths(billedMonth(invoice), -12), used: yearAgo },
  }
}

function howRead(previous: InvoiceDetail['previousReading'], current: InvoiceDetail['currentReading']): HowRead {
  const [before, now] = [previous?.kind === 'estimated', current?.kind === 'estimated']
  if (before && now) return 'estimatedBoth'
  if (now) return 'estimatedCurrent'
  if (before) return 'estimatedPrevious'
  return previous && current ? 'read' : 'missing'
}
