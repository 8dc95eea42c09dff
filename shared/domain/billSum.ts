import { isPrevious } from './billLines.ts'
import { decimalOf, isSame, roundedTo, times, type Decimal } from './decimals.ts'
import { sumOf } from './money.ts'

interface SummedBill {
  lines: readonly { description: string; amount: number }[]
  taxes: readonly { amount: number }[]
  total: number
}

/** The terms that add up to the total, in the order in which they are told. `credits` is negative. */
export const termKinds = ['charges', 'credits', 'taxes', 'previous'] as const
export type TermKind = (typeof termKinds)[number]
export type BillSums = Record<TermKind, number>

/** In minor units. */
export function sumsOf({ lines, taxes }: Omit<SummedBill, 'total'>): BillSums {
  const earlier = lines.filter(isPrevious)
  const own = lines.filter((line) => !isPrevious(line))
  return {
    charges: sumOf(own.filter(({ amount }) => amount >= 0)),
    credits: sumOf(own.filter(({ amount }) => amount < 0)),
    taxes: sumOf(taxes),
    previous: sumOf(earlier),
  }
}

/** Whether there are lines, and lines and taxes come to the total, to the last minor unit. */
export const addsUp = ({ lines, taxes, total }: SummedBill): boolean => lines.length > 0 && Number.isSafeInteger(total) && sumOf(lines) + sumOf(taxes) === total

/** Decimals of a percentage on screen. */
const PERCENT_PLACES = 2
const HUNDREDTH: Decimal = { units: 1n, places: 2 }

/**
 * What a tax is so many hundredths of, in minor units: the charges less what is in the customer's favour, the charges, or everything before taxes.
 * null: of none of them, as where only some lines are taxed, or of none that can be known, as at a rate of zero. `percent`: as `taxPercent`.
 */
export function taxBase({ percent, amount }: { percent: number; amount: number }, { charges, credits, previous }: BillSums): number | null {
  const rate = decimalOf(percent)
  if (rate.units === 0n || rate.places > PERCENT_PLACES) return null
  const isTaxed = (base: number): boolean => base !== 0 && isSame(roundedTo(times(times(decimalOf(base), rate), HUNDREDTH), 0), decimalOf(amount))
  return [charges + credits, charges, charges + credits + previous].find(isTaxed) ?? null
}

/** What was paid of an invoice, or taken off it, since it was issued; null where nothing was, or more is asked for than it came to. */
export const settledOf = ({ total, balance }: { total: number; balance: number }): number | null => (balance > 0 && balance < total ? total - balance : null)
