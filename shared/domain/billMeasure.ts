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

/** Decimals shown of a quantity, price or factor. A figure with more is not used in arithmetic that a reader could not repeat. */
const SHOWN_PLACES = 6
export const isShownWhole = (value: number): boolean => decimalOf(value).places <= SHOWN_PLACES

/** Most digits of a meter. */
const MOST_DRUMS = 9
/** Decimals of the billed quantity where no line states it. */
const BILLED_PLACES = 3

/** How the readings make the consumption. `unlike`: they do not, as after the exchange of a meter. null: a reading is missing, or a figure has too many decimals. */
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

/** What the meter may have counted: the difference, or with a rollover at each power of ten above the previous reading. */
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

/** The conversion factor, unless it is missing, zero, negative or has too many decimals. */
export const usableFactor = (factor: number | null): number | null => (factor !== null && factor > 0 && isShownWhole(factor) ? factor : null)

/** Measured quantity × factor = billed quantity. */
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

/** The billed quantity as the lines state it: one of them, or their sum. */
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
