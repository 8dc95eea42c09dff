import type { BillComparison } from '../../shared/contract/account.ts'
import { billChange, type BillChange } from '../../shared/domain/billChange.ts'
import { billedMonth } from '../../shared/domain/billing.ts'
import { isCreditNote } from '../../shared/domain/creditNote.ts'
import { addMonths } from '../../shared/domain/dates.ts'
import { minorDigits } from '../../shared/domain/money.ts'
import type { KnownInvoice } from '../../shared/domain/owed.ts'

/** The month before, and the same month a year before. */
const MONTHS_BACK = [1, 12]

const stands = ({ status }: KnownInvoice): boolean => status !== 'cancelled'

/** It charges for what the meter showed in a period: an estimate and what puts it right say nothing of how much was used. */
const counts = (invoice: KnownInvoice): boolean => stands(invoice) && !invoice.outdated && !isCreditNote(invoice) && !isEstimated(invoice)

const isEstimated = ({ previousReading, currentReading }: KnownInvoice): boolean =>
  [previousReading, currentReading].some((reading) => reading?.kind === 'estimated')

/** How an invoice differs from those of its account that people compare it with; none where one of the two does not carry it. */
export function compareBill(invoice: KnownInvoice, all: readonly KnownInvoice[], currency: string): BillComparison[] {
  if (!counts(invoice)) return []
  const standing = all.filter(stands)
  const ofMonth = (month: string): KnownInvoice[] => standing.filter((each) => billedMonth(each) === month)
  // Of two bills for one month nobody knows which to compare with, and a credit note puts its month's bill right.
  if (ofMonth(billedMonth(invoice)).length !== 1) return []
  return MONTHS_BACK.flatMap((months) => {
    const month = addMonths(billedMonth(invoice), -months)
    const [before, ...more] = ofMonth(month)
    const change = before && more.length === 0 && counts(before) ? billChange(before, invoice, minorDigits(currency)) : null
    return before && change ? [{ month, total: before.total, ...describeChange(change) }] : []
  })
}

function describeChange({ difference, parts, before, now }: BillChange): Omit<BillComparison, 'month' | 'total'> {
  const used = ({ days, usage: { quantity, unitPrice } }: BillChange['now']): BillComparison['now'] => ({ days, quantity, unitPrice })
  return { difference, parts, unit: now.usage.unit, before: used(before), now: used(now) }
}
