import type { BillComparison, InvoiceDetail } from '../../shared/contract/account.ts'
import { billChange, type BillChange } from '../../shared/domain/billChange.ts'
import { billedMonth, periodDays } from '../../shared/domain/billing.ts'
import { isCreditNote } from '../../shared/domain/creditNote.ts'
import { addMonths } from '../../shared/domain/dates.ts'
import { minorDigits } from '../../shared/domain/money.ts'
import type { KnownInvoice } from '../../shared/domain/owed.ts'

/** The month before, and the same month a year before. */
const MONTHS_BACK = [1, 12]

const stands = ({ status }: KnownInvoice): boolean => status !== 'cancelled'

/** Whether an invoice charges for what the meter showed: an estimate, or its correction, does not say how much was used. */
const counts = (invoice: KnownInvoice): boolean => stands(invoice) && !invoice.outdated && !isCreditNote(invoice) && !isEstimated(invoice)

const isEstimated = ({ previousReading, currentReading }: KnownInvoice): boolean =>
  [previousReading, currentReading].some((reading) => reading?.kind === 'estimated')

/** The bill of a month, where one alone stands and counts: of two nobody knows which to take, and a credit note puts its month's bill right. */
function billOf(month: string, all: readonly KnownInvoice[]): KnownInvoice | null {
  const [only, ...more] = all.filter((each) => stands(each) && billedMonth(each) === month)
  return only && more.length === 0 && counts(only) ? only : null
}

/** How an invoice differs from those of its account that people compare it with; none where one of the two does not carry it. */
export function compareBill(invoice: KnownInvoice, all: readonly KnownInvoice[], currency: string): BillComparison[] {
  if (billOf(billedMonth(invoice), all)?.id !== invoice.id) return []
  return MONTHS_BACK.flatMap((months) => {
    const month = addMonths(billedMonth(invoice), -months)
    const before = billOf(month, all)
    const change = before && billChange(before, invoice, minorDigits(currency))
    return change ? [{ month, total: before.total, ...describeChange(change) }] : []
  })
}

/** What the meter showed in the same month a year before, whatever it was billed as. */
export function usedYearAgo(invoice: KnownInvoice, all: readonly KnownInvoice[]): InvoiceDetail['yearAgo'] {
  const before = billOf(addMonths(billedMonth(invoice), -12), all)
  const days = before && periodDays(before)
  return before && days !== null ? { consumption: before.consumption, days } : null
}

function describeChange({ difference, parts, before, now }: BillChange): Omit<BillComparison, 'month' | 'total'> {
  const used = ({ days, usage: { quantity, unitPrice } }: BillChange['now']): BillComparison['now'] => ({ days, quantity, unitPrice })
  return { difference, parts, unit: now.usage.unit, before: used(before), now: used(now) }
}
