import { billedMonth } from '../../../shared/domain/billing.ts'
import { countedAs } from '../../../shared/domain/creditNote.ts'
import { addMonths, formatMonth } from '../../../shared/domain/dates.ts'
import { formatNumber } from '../../../shared/domain/numbers.ts'
import type { Invoice } from '../../../shared/utility-api/generated/types.gen.ts'
import { wordsOf } from '../commonWords.ts'
import { type Writing } from '../labelled.ts'

const MONTHS = 13

export interface ConsumptionMonth {
  /** `oct` */
  month: string
  /** Written under the first month and each January. */
  year: string
  /** Null where nothing was billed. */
  value: number | null
  text: string
  estimated: boolean
  current: boolean
}

export interface Consumption {
  title: string
  months: ConsumptionMonth[]
}

/** The billed consumption of the thirteen months up to this invoice: a year, and the same month of the year before. */
export function consumptionOf(invoice: Invoice, history: readonly Invoice[], writing: Writing): Consumption {
  const last = billedMonth(invoice)
  const months = Array.from({ length: MONTHS }, (_, index) => addMonths(last, index - MONTHS + 1))
  const byMonth = Map.groupBy(billedWith(invoice, history), billedMonth)
  return {
    title: wordsOf(writing.locale).chart(writing.unit),
    months: months.map((month) => monthOf(month, byMonth.get(month) ?? [], month === last, writing)),
  }
}

/** The account's valid invoices; the one that is printed counts as it is printed, even where the history has another state of it. */
function billedWith(invoice: Invoice, history: readonly Invoice[]): Invoice[] {
  const others = history.filter(({ id, accountId, status }) => {
    return id !== invoice.id && accountId === invoice.accountId && status !== 'cancelled'
  })
  return [...others, invoice]
}

function monthOf(month: string, invoices: readonly Invoice[], current: boolean, { locale }: Writing): ConsumptionMonth {
  const billed = invoices.reduce((sum, invoice) => sum + countedAs(invoice, invoice.consumption), 0)
  // A credit note for another month may give back more than was billed in its own: there is no bar below the line.
  const value = invoices.length > 0 ? Math.max(0, billed) : null
  return {
    month: formatMonth(month, locale, 'short').slice(0, 3).toLowerCase(),
    year: month.slice(0, 4),
    value,
    text: value === null ? wordsOf(locale).noInvoice : barLabel(value, locale),
    estimated: invoices.some(({ currentReading }) => currentReading?.kind === 'estimated'),
    current,
  }
}

/** Beyond this a figure in full is wider than its bar; the readings beside the bars have it whole. */
const MOST_IN_FULL = 100_000

const barLabel = (value: number, locale: Writing['locale']): string =>
  Math.abs(value) < MOST_IN_FULL
    ? formatNumber(value, locale, Math.abs(value) < 100 ? 1 : 0)
    : new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 4 }).format(value).replace(/\s/g, '\u00a0')
