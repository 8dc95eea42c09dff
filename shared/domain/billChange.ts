import type { Invoice } from '../utility-api/generated/types.gen.ts'
import { periodDays } from './billing.ts'
import { addsUp } from './billSum.ts'
import { sumOf } from './money.ts'

/** Of an invoice, what its change to another is computed from. */
export type Billed = Pick<Invoice, 'periodStart' | 'periodEnd' | 'total' | 'lines' | 'taxes' | 'consumption' | 'conversionFactor'>

/**
 * Why one invoice comes to more than another, in minor units; the five add up to the difference of the totals. `days`, `consumption` and `price` are
 * of the line for what was consumed: what a longer period adds at the daily use and price of before, what another daily use adds at the price of
 * before, and what another price adds. `charges`: all other lines.
 */
export interface ChangeParts {
  days: number
  consumption: number
  price: number
  charges: number
  taxes: number
}

/** The line for what was consumed. */
export interface Usage {
  description: string
  quantity: number
  unit: string | null
  /** Major units. */
  unitPrice: number
  amount: number
}

export interface BillChange {
  /** Minor units; positive where the later one is more. */
  difference: number
  parts: ChangeParts
  before: { days: number; usage: Usage }
  now: { days: number; usage: Usage }
}

/** What rounding may leave between quantity × price and the amount. */
const ROUNDING = 1
/** What rounding may leave between the consumption, in the unit of the bill, and the billed quantity. */
const ROUNDED_UNIT = 0.5

/** An amount that quantity and price give, in minor units. `digits`: how many the currency has. */
export const amountOf = (quantity: number, unitPrice: number, digits: number): number => Math.round(quantity * unitPrice * 10 ** digits)

/** Whether a line is what its quantity and price give. */
export function isComputed(line: Billed['lines'][number], digits: number): line is Billed['lines'][number] & { quantity: number; unitPrice: number } {
  const { quantity, unitPrice, amount } = line
  return quantity != null && unitPrice != null && Math.abs(amountOf(quantity, unitPrice, digits) - amount) <= ROUNDING
}

/**
 * The difference between two invoices of one account, taken apart; null where they do not carry it: one does not add up, has no line or several
 * that a quantity and a price make, another unit, a period without days, or a line that is not for what the meter showed. Where the conversion factor
 * is another one, the quantity differs though the same was used: that is not told either.
 */
export function billChange(before: Billed, now: Billed, digits: number): BillChange | null {
  if ((before.conversionFactor ?? null) !== (now.conversionFactor ?? null)) return null
  const [earlier, later] = [measured(before, digits), measured(now, digits)]
  if (!earlier || !later || earlier.usage.unit !== later.usage.unit || earlier.usage.description !== later.usage.description) return null
  const change = {
    difference: now.total - before.total,
    parts: {
      ...usageParts(earlier, later, digits),
      charges: sumOf(now.lines) - later.usage.amount - (sumOf(before.lines) - earlier.usage.amount),
      taxes: sumOf(now.taxes) - sumOf(before.taxes),
    },
    before: earlier,
    now: later,
  }
  return Object.values(change.parts).every(Number.isSafeInteger) ? change : null
}

type Measured = BillChange['now']

function measured(invoice: Billed, digits: number): Measured | null {
  const days = periodDays(invoice)
  const [usage, ...more] = invoice.lines.filter(({ quantity, unitPrice }) => quantity != null && unitPrice != null)
  if (!usage || more.length > 0 || days === null || !addsUp(invoice) || !isComputed(usage, digits)) return null
  const { description, quantity, unit = null, unitPrice, amount } = usage
  return quantity < 0 || unitPrice <= 0 || !isUsage(invoice, quantity) ? null : { days, usage: { description, quantity, unit, unitPrice, amount } }
}

/** Whether the quantity is the consumption: a standing charge, once a month, has a quantity and a price too. */
const isUsage = ({ consumption, conversionFactor }: Billed, quantity: number): boolean =>
  Math.abs(consumption * (conversionFactor ?? 1) - quantity) <= ROUNDED_UNIT

/** What is left by rounding is the price's: the three are the difference exactly. */
function usageParts(
  { days: daysBefore, usage: before }: Measured,
  { days: daysNow, usage: now }: Measured,
  digits: number,
): Omit<ChangeParts, 'charges' | 'taxes'> {
  const asUsedBefore = (before.quantity / daysBefore) * daysNow
  const days = amountOf(asUsedBefore - before.quantity, before.unitPrice, digits)
  const consumption = amountOf(now.quantity - asUsedBefore, before.unitPrice, digits)
  const isSamePrice = now.unitPrice === before.unitPrice
  const whole = now.amount - before.amount
  // At the same price nothing is the price's, and rounding is the consumption's.
  return isSamePrice ? { days, consumption: whole - days, price: 0 } : { days, consumption, price: whole - days - consumption }
}
