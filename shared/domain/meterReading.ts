import type { FieldProblem } from '../problems.ts'
import { readTypedNumber } from './typedNumber.ts'

/** How many digits of a meter are read: those before the decimal sign, and those after it. */
export interface MeterShape {
  whole: number
  decimals: number
}

/** A household's meter has so many drums at least, whatever it has counted so far. */
const LEAST_WHOLE = 5
/** Litres, of a meter that counts cubic metres. */
const MOST_DECIMALS = 3

/** So many of a meter's newest readings say enough of it. */
export const MOST_JUDGED = 200

/** What a meter's own readings say of it: decimals count only where it has been read with decimals. */
export function meterShape(values: readonly number[]): MeterShape {
  return {
    whole: drumsOfValues(values),
    decimals: values.reduce((most, value) => Math.min(MOST_DECIMALS, Math.max(most, decimalsOf(value))), 0),
  }
}

/** How many drums before the decimal sign a meter has that showed these. */
export const drumsOfValues = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, wholeDigits(value)), LEAST_WHOLE)

const wholeDigits = (value: number): number => String(Math.trunc(Math.abs(value))).length
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0

type Read = { value: number } | { problem: FieldProblem }

/** Understands a reading as a person of that locale types it from a meter of that shape. */
export function readMeterValue(typed: string, { decimals }: MeterShape, locale: string): Read {
  if (typed.trim() === '') return { problem: 'empty' }
  const value = readTypedNumber(typed, locale)
  if (value === null) return { problem: 'not-a-number' }
  if (decimalsOf(value) > decimals) return { problem: decimals === 0 ? 'no-decimals' : 'too-many-decimals' }
  return { value }
}

/** One drum of a drawn meter; null shows nothing yet. */
export interface Drum {
  digit: string | null
  counts: boolean
  /** After the decimal sign. */
  isRed: boolean
}

/** Red drums are drawn also where none counts, so that a person knows them again. */
const RED_DRUMS = 3

/** What is typed as the drums of the meter would show it, also while its decimals are still being typed. */
export function drumsOf(typed: string, shape: MeterShape, locale: string): Drum[] {
  const read = readMeterValue(typed.trim().replace(/[.,]$/u, ''), { ...shape, decimals: MOST_DECIMALS }, locale)
  const value = 'value' in read ? read.value : null
  const [whole = '', fraction = ''] = value === null ? [] : String(value).split('.')
  const black = value === null ? Array<null>(shape.whole).fill(null) : [...whole.padStart(shape.whole, '0')]
  const red = Array.from({ length: RED_DRUMS }, (_, place) => {
    const counts = place < shape.decimals
    return { digit: value !== null && counts ? (fraction[place] ?? '0') : null, counts, isRed: true }
  })
  return [...black.map((digit) => ({ digit, counts: true, isRed: false })), ...red]
}
