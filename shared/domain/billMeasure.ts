import { decimalOf, isRoundingOf, isSame, minus, plus, roundedTo, shortest, sumOfDecimals, times, toNumber, type Decimal } from './decimals.ts'

interface Value {
  value: number
}

/** What an invoice says of the meter and of what was billed for it. */
export interface MeteredBill {
  consumption: number
  conversionFactor: number | null
  billedUnit: string | null
  previousReading: Value | null
  currentReading: Value | null
  lines: readonly { quantity: number | null; unit: string | null }[]
}

/**
 * How the consumption follows from the two readings: as their difference; past the end of the meter, which went on from zero at `end`; as the
 * difference times the factor. `unlike`: by none of these, as after the exchange of a meter.
 */
export type ReadingsMake =
  | { kind: 'difference' }
  | { kind: 'rollover'; end: number }
  | { kind: 'converted'; difference: number; factor: number; isRounded: boolean }
  | { kind: 'unlike' }

/** So many decimals of a quantity, a price or a factor are shown: with more of them the reader would not see the figure that is computed with. */
const SHOWN_PLACES = 6
export const isShownWhole = (value: number): boolean => decimalOf(value).places <= SHOWN_PLACES

/** Of a meter: no drum counts beyond it. */
const MOST_DRUMS = 9
/** What was billed is computed to so many decimals where no line names it. */
const BILLED_PLACES = 3

/** null where a reading is missing, or a figure is not shown whole. */
export function readingsMake({
  previousReading,
  currentReading,
  consumption,
  conversionFactor,
}: Omit<MeteredBill, 'lines' | 'billedUnit'>): ReadingsMake | null {
  if (!previousReading || !currentReading || ![previousReading.value, currentReading.value, consumption].every(isShownWhole)) return null
  const consumed = decimalOf(consumption)
  const difference = minus(decimalOf(currentReading.value), decimalOf(previousReading.value))
  if (isSame(difference, consumed)) return { kind: 'difference' }
  if (difference.units < 0n) return rollover(previousReading.value, difference, consumed)
  const factor = usableFactor(conversionFactor)
  if (factor === null) return { kind: 'unlike' }
  const product = times(difference, decimalOf(factor))
  if (!isRoundingOf(consumed, product)) return { kind: 'unlike' }
  return { kind: 'converted', difference: toNumber(difference), factor, isRounded: !isSame(consumed, product) }
}

/** Whatever number of drums a meter has, it ends at a power of ten, above all that it has shown. */
function rollover(last: number, difference: Decimal, consumed: Decimal): ReadingsMake {
  for (let drums = 1; drums <= MOST_DRUMS; drums++) {
    const end = 10 ** drums
    if (end > last && isSame(plus(difference, decimalOf(end)), consumed)) return { kind: 'rollover', end }
  }
  return { kind: 'unlike' }
}

/** A factor that makes something of what was measured. */
export const usableFactor = (factor: number | null): number | null => (factor !== null && factor > 0 && isShownWhole(factor) ? factor : null)

/** What was measured, times the factor, is what was billed. */
export interface Conversion {
  factor: number
  billed: number
  /** `billed` has fewer decimals than the product. */
  isRounded: boolean
}

/** null where nothing is converted, or where another quantity is billed. */
export function conversionOf(bill: MeteredBill): Conversion | null {
  const factor = usableFactor(bill.conversionFactor)
  if (factor === null || bill.billedUnit === null || readingsMake(bill)?.kind === 'converted') return null
  const product = times(decimalOf(bill.consumption), decimalOf(factor))
  const quantities = quantitiesIn(bill.billedUnit, bill.lines)
  const billed = quantities.length === 0 ? roundedTo(product, BILLED_PLACES) : wholeOf(quantities, product)
  return billed && { factor, billed: toNumber(shortest(billed)), isRounded: !isSame(billed, product) }
}

const quantitiesIn = (unit: string, lines: MeteredBill['lines']): Decimal[] =>
  lines.flatMap((line) => (line.quantity !== null && line.unit === unit ? [decimalOf(line.quantity)] : []))

/** Of what lines charge for: all that was billed, by one of them or by all together. */
const wholeOf = (quantities: readonly Decimal[], product: Decimal): Decimal | null =>
  [...quantities, sumOfDecimals(quantities)].find((quantity) => isRoundingOf(quantity, product)) ?? null

/**
 * Whether a line charges for what was consumed: for all of it, or for a part, which makes the whole with the others in its unit (`unit` is what the
 * meter counts). null: for something else, as far as its quantity says.
 */
export function chargesFor(line: MeteredBill['lines'][number], bill: MeteredBill, unit: string): 'all' | 'part' | null {
  if (line.quantity === null || line.quantity <= 0) return null
  const consumed = decimalOf(bill.consumption)
  const factor = usableFactor(bill.conversionFactor)
  const measures = [
    { unit, amount: consumed },
    ...(factor === null ? [] : [{ unit: bill.billedUnit ?? unit, amount: times(consumed, decimalOf(factor)) }]),
  ].filter((measure) => measure.unit === line.unit)
  const quantity = decimalOf(line.quantity)
  if (measures.some(({ amount }) => isRoundingOf(quantity, amount))) return 'all'
  const together = sumOfDecimals(quantitiesIn(line.unit ?? unit, bill.lines))
  return measures.some(({ amount }) => isRoundingOf(together, amount)) ? 'part' : null
}
