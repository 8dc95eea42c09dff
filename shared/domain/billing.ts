import type { MonthPair } from '../contract/account.ts'
import type { Invoice } from '../utility-api/generated/types.gen.ts'
import { countedAs } from './creditNote.ts'
import { addMonths, daysBetween, monthOf } from './dates.ts'
import { decimalOf, times, toNumber } from './decimals.ts'
import { formatPercent } from './numbers.ts'

type Billed = Pick<Invoice, 'periodEnd' | 'total' | 'status' | 'fiscal'>

/** The month that a bill is for: the one in which its period ends. */
export const billedMonth = (invoice: { periodEnd: string }): string => monthOf(invoice.periodEnd)

/** A longer period is taken for a mistake in the data: a bill covers a year at most. */
const MOST_DAYS = 400

/** How many days a bill is for, the first and the last included; null where its period has none, or too many. */
export function periodDays({ periodStart, periodEnd }: { periodStart: string; periodEnd: string }): number | null {
  const days = daysBetween(periodStart, periodEnd) + 1
  return days >= 1 && days <= MOST_DAYS ? days : null
}

/** What a tax takes of a hundred, of 0.16 and, where a utility writes it so, of 16: no tax reaches 100 %. */
export const taxPercent = (rate: number): number => (rate < 1 ? toNumber(times(decimalOf(rate), decimalOf(100))) : rate)

/** `IVA 16 %`, unless the name says its rate already. */
export const taxName = ({ name, rate }: { name: string; rate: number }, locale: string): string =>
  name.includes('%') ? name : `${name} ${formatPercent(taxPercent(rate), locale)}`

/** The twelve months up to the latest billed one, oldest first, each beside the same month a year before. Cancelled bills do not count. */
export function monthsAgainstLastYear(invoices: readonly Billed[]): MonthPair[] {
  const totals = totalsByMonth(invoices.filter((invoice) => invoice.status !== 'cancelled'))
  const latest = [...totals.keys()].sort().at(-1)
  if (latest === undefined) return []
  return Array.from({ length: 12 }, (_, index) => {
    const month = addMonths(latest, index - 11)
    return { month, thisYear: totals.get(month) ?? null, lastYear: totals.get(addMonths(month, -12)) ?? null }
  })
}

function totalsByMonth(invoices: readonly Billed[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const invoice of invoices) {
    const month = billedMonth(invoice)
    totals.set(month, (totals.get(month) ?? 0) + countedAs(invoice, invoice.total))
  }
  return totals
}
