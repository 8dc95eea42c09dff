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

/** How the consumption follows from the two readings. */
export interface ReadingsMake {
  /** Of the readings. */
  difference: number
  /** Where the meter reached its end, and went on from zero; else null. */
  end: number | null
  /** By which the difference is multiplied; null where it is the consumption itself. */
  factor: number | null
  /** The consumption has fewer decimals than what is computed. */
  isRounded: boolean
}

/** So many decimals of a quantity, a price or a factor are shown: with more of them the reader would not see the figure that is computed with. */
const SHOWN_PLACES = 6
export const isShownWhole = (value: number): boolean => decimalOf(value).places <= SHOWN_PLACES

/** Of a meter: no drum counts beyond it. */
const MOST_DRUMS = 9
/** What was billed is computed to so many decimals where no line names it. */
const BILLED_PLACES = 3

/** `unlike`: in none of the ways, as after the exchange of a meter. null where a reading is missing, or a figure is not shown whole. */
export function readingsMake(bill: Omit<MeteredBill, 'lines' | 'billedUnit'>): ReadingsMake | 'unlike' | null {
  const { previousReading, currentReading, consumption } = bill
  if (!previousReading || !currentReading || ![previousReading.value, currentReading.value, consumption].every(isShownWhole)) return null
  const factor = usableFactor(bill.conversionFactor)
  const made = countsOf(previousReading.value, currentReading.value).flatMap((count) => [
    ...makes(consumption, count, null),
    ...(factor === null ? [] : makes(consumption, count, factor)),
  ])
  return made.find(({ isRounded }) => !isRounded) ?? made[0] ?? 'unlike'
}

interface Count {
  difference: Decimal
  end: number | null
}

/** What the meter may have counted. Whatever number of drums it has, it ends at a power of ten, above all that it has shown. */
function countsOf(from: number, to: number): Count[] {
  const difference = minus(decimalOf(to), decimalOf(from))
  const ends = difference.units < 0n ? Array.from({ length: MOST_DRUMS }, (_, drums) => 10 ** (drums + 1)).filter((end) => end > from) : []
  return [{ difference, end: null }, ...ends.map((end) => ({ difference: plus(difference, decimalOf(end)), end }))]
}

function makes(consumption: number, { difference, end }: Count, factor: number | null): ReadingsMake[] {
  const consumed = decimalOf(consumption)
  const product = factor === null ? difference : times(difference, decimalOf(factor))
  return isRoundingOf(consumed, product) ? [{ difference: toNumber(shortest(difference)), end, factor, isRounded: !isSame(consumed, product) }] : []
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
  if (factor === null || bill.billedUnit === null || isConverted(readingsMake(bill))) return null
  const product = times(decimalOf(bill.consumption), decimalOf(factor))
  const quantities = quantitiesIn(bill.billedUnit, bill.lines)
  const billed = quantities.length === 0 ? roundedTo(product, BILLED_PLACES) : wholeOf(quantities, product)
  return billed && { factor, billed: toNumber(shortest(billed)), isRounded: !isSame(billed, product) }
}

const isConverted = (made: ReturnType<typeof readingsMake>): boolean => made !== null && made !== 'unlike' && made.factor !== null

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
