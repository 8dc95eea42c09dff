import type { Decimal } from './decimals.ts'
import { decimalOf, isSame, roundedTo, times } from './decimals.ts'
import { chargesFor, isShownWhole, type MeteredBill } from './billMeasure.ts'

/** Minor units in `amount`, major ones in `unitPrice`. */
export interface BillLine {
  description: string
  quantity: number | null
  unit: string | null
  unitPrice: number | null
  amount: number
}

/**
 * What a line is for, as far as the data say: what was consumed, or a part of it; a charge that is called fixed; what was left of earlier invoices;
 * something in the customer's favour. null: nothing more is known than its description.
 */
export type LineKind = 'consumed' | 'consumedPart' | 'fixed' | 'previous' | 'previousCredit' | 'credit'

const FIXED = /\b(?:cargo|cuota|renta|tarifa)s? fij[oa]s?\b/iu
/** At the beginning: a charge for something earlier may name it further on. */
const PREVIOUS = /^(?:saldo|adeudo|deuda|importe)s? (?:pendientes? )?(?:de )?(?:la |las )?(?:facturas? )?anterior(?:es)?\b/iu

export const isPrevious = ({ description }: Pick<BillLine, 'description'>): boolean => PREVIOUS.test(description.trim())

export function kindOfLine(line: BillLine, bill: MeteredBill, unit: string): LineKind | null {
  if (isPrevious(line)) return kindOfPrevious(line)
  if (line.amount < 0) return 'credit'
  const consumed = chargesFor(line, bill, unit)
  if (consumed !== null) return consumed === 'all' ? 'consumed' : 'consumedPart'
  return FIXED.test(line.description) ? 'fixed' : null
}

/** Of an earlier balance of zero nothing was left. */
const kindOfPrevious = ({ amount }: BillLine): LineKind | null => (amount === 0 ? null : amount < 0 ? 'previousCredit' : 'previous')

/** Whether quantity × price is the amount to the last minor unit, and both are shown with all their decimals. `digits`: those of the currency. */
export function isProduct<Line extends BillLine>(line: Line, digits: number): line is Line & { quantity: number; unitPrice: number } {
  const { quantity, unitPrice, amount } = line
  if (quantity === null || unitPrice === null || !isShownWhole(quantity) || !isShownWhole(unitPrice)) return false
  return isAmount(times(decimalOf(quantity), decimalOf(unitPrice)), amount, digits)
}

/** `major` rounded to the currency, against minor units. */
const isAmount = (major: Decimal, minor: number, digits: number): boolean => isSame(roundedTo(times(major, decimalOf(10 ** digits)), 0), decimalOf(minor))
