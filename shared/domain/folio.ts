import type { FieldProblem } from '../problems.ts'
import { checkDigitOf } from './checkDigit.ts'
import { otherSpellings, readLookalikes } from './digitLookalikes.ts'
import { withoutLabel } from './numberLabel.ts'

/** The counter has four digits. */
export const LAST_OF_DAY = 9999
/** Date, counter and check digit. */
const DIGITS_AT_END = 13

/** The parts of a folio: `K07-20261121-00428` is the 42nd of 21 November 2026 in series K07. */
interface FolioParts {
  /** The branch's `folioSeries`. */
  series: string
  /** `YYYY-MM-DD`, in the branch's time zone. */
  day: string
  /** 1 to 9999. */
  number: number
}

/** Writes a folio; its last digit is Luhn's over date and counter, so that a slip of the pen is noticed. */
export function writeFolio({ series, day, number }: FolioParts): string {
  const date = day.replaceAll('-', '')
  const counter = String(number).padStart(4, '0')
  return `${series}-${date}-${counter}${checkDigitOf(date + counter, 'luhn') ?? ''}`
}

export type FolioReading = { ok: true; folio: string } | { ok: false; problem: FieldProblem }

/**
 * Reads a folio as a person types it: in either case, with or without its hyphens, spaces and the word that stands before it. Answers it as it is
 * printed.
 */
export function readFolio(text: string): FolioReading {
  const bare = withoutLabel(text)
  if (bare === null) return readBare(text)
  const read = readBare(bare)
  if (read.ok) return read
  // A series may be spelled like a label.
  const whole = readBare(text)
  return whole.ok ? whole : read
}

/** The folios that were perhaps meant, where letters and digits of the series look alike: `KO7-…` for `K07-…`. */
export function lookalikeFolios(folio: string): string[] {
  const [series = '', ...rest] = folio.split('-')
  return otherSpellings(series).map((other) => [other, ...rest].join('-'))
}

function readBare(text: string): FolioReading {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-\u2010-\u2015\u2212]/gu, '')
  // Date and counter are digits; before them stands the series, which may hold letters.
  const compact = typed.slice(0, -DIGITS_AT_END) + readLookalikes(typed.slice(-DIGITS_AT_END))
  if (compact === '') return { ok: false, problem: 'empty' }
  const parts = /^([A-Z0-9]{2,6})(\d{4})(\d{2})(\d{2})(\d{4})(\d)$/.exec(compact)
  if (!parts) return { ok: false, problem: 'not-a-folio' }
  const [, series = '', year = '', month = '', day = '', counter = ''] = parts
  const folio = writeFolio({ series, day: `${year}-${month}-${day}`, number: Number(counter) })
  return folio.replaceAll('-', '') === compact ? { ok: true, folio } : { ok: false, problem: 'folio-check' }
}

/** A folio as it is written here: a utility may send it in another case or without its hyphens. What is none stays as it is. */
export function folioKey(text: string): string {
  const read = readFolio(text)
  return read.ok ? read.folio : text
}
