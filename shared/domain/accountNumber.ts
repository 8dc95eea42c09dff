import type { FieldProblem } from '../problems.ts'
import { readLookalikes } from './digitLookalikes.ts'
import { withoutLabel } from './numberLabel.ts'
import { matchesPattern } from './pattern.ts'

const MAX_DIGITS = 8
const HYPHENS = /[\u2010-\u2015\u2212]/gu

/** One way to understand what was typed. */
export interface AccountNumberReading {
  /** Without leading zeros: what counts when two numbers are compared. */
  key: string
  /** The digit after the hyphen, if the reading has one. */
  checkDigit: string | null
  /** The check digit was marked by a hyphen or can be nothing else; in the other reading it is only a guess, which must match to count. */
  certain: boolean
}

export type AccountNumberReadings = { ok: true; readings: AccountNumberReading[] } | { ok: false; problem: FieldProblem }

/** With the check digit, as the bill prints it: `40989917-7`. */
export const fullNumber = ({ number, checkDigit }: { number: string; checkDigit?: string | null | undefined }): string =>
  checkDigit ? `${number}-${checkDigit}` : number

/** Whether what a scanner reads is no longer than one, check digit and all: unlike people it adds no zeros in front, so that all its digits count. */
export const hasAccountLength = (scanned: string): boolean => scanned.replace(/\D/gu, '').length <= MAX_DIGITS + 1

/** Leading zeros do not count. */
export function accountKey(number: string): string {
  return number.replace(/^0+(?=.)/, '')
}

/**
 * Reads an account number (póliza) as a person types it: with or without dots and spaces, with or without the check digit, which is
 * printed after a hyphen (`40989917-7`) and is understood without the hyphen too; with or without the word that stands before it on the bill.
 * @param pattern the zone's own rule over the number without its check digit
 */
export function readAccountNumber(text: string, pattern: string | null = null): AccountNumberReadings {
  const compact = readLookalikes((withoutLabel(text) ?? text).normalize('NFKC').replace(HYPHENS, '-').replace(/[\s.]/gu, ''))
  if (compact.replace(/-/g, '') === '') return { ok: false, problem: 'empty' }
  if (!/^[0-9-]+$/.test(compact)) return { ok: false, problem: 'not-digits' }
  const readings = possibleReadings(compact).filter((reading) => reading.key.length <= MAX_DIGITS)
  if (readings.length === 0) return { ok: false, problem: 'too-long' }
  const fitting = readings.filter((reading) => pattern === null || fits(pattern, reading.key))
  return fitting.length > 0 ? { ok: true, readings: fitting } : { ok: false, problem: 'pattern' }
}

/** Leading zeros do not count, so a rule that wants them is met by a number typed without. */
function fits(pattern: string, key: string): boolean {
  const zeros = Array.from({ length: MAX_DIGITS - key.length + 1 }, (_, count) => '0'.repeat(count))
  return zeros.some((leading) => matchesPattern(pattern, leading + key))
}

function possibleReadings(compact: string): AccountNumberReading[] {
  const hyphenated = /^([0-9-]*[0-9])-([0-9])$/.exec(compact)
  if (hyphenated?.[1] && hyphenated[2]) {
    return [{ key: accountKey(hyphenated[1].replace(/-/g, '')), checkDigit: hyphenated[2], certain: true }]
  }
  const digits = accountKey(compact.replace(/-/g, ''))
  const whole: AccountNumberReading = { key: digits, checkDigit: null, certain: true }
  if (digits.length < 2) return [whole]
  const certain = digits.length > MAX_DIGITS
  return [whole, { key: digits.slice(0, -1), checkDigit: digits.slice(-1), certain }]
}
