import type { FieldProblem } from '../problems.ts'
import { readLookalikes } from './digitLookalikes.ts'

/** E.164 has at most 15; a number of seven is one without its area. */
export const FEWEST_DIGITS = 7
const MOST_DIGITS = 15
const LONGEST_EXTENSION = 8
export const LONGEST_PHONE = 60

/** A number as people write it where the currency is theirs, to be shown as an example. */
export const samplePhone = (currency: string): string => (currency === 'UYU' ? '2345 6789' : '81 8340 0000')

/** `ext. 12`, `x12`, `#12`, `interno 12`, `ramal 12` after the number, as people of three languages write it. */
const EXTENSION = /^(.*?[\dOoIlSB|][\d)\s]*?)[\s,;]*(?:#|(?:extensi[oó]n|extens[aã]o|extension|ext|x|interno|int|anexo|ramal|r)(?:\.|:|=)?)\s*(\d+)$/iu

export type PhoneReading = { ok: true; phone: string } | { ok: false; problem: FieldProblem }
const wrong = (problem: FieldProblem): PhoneReading => ({ ok: false, problem })

/** Reads a phone number as typed, with or without its country and an extension, or says what is wrong with it. It is passed on as it was typed. */
export function readPhone(typed: string): PhoneReading {
  const text = typed
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .trim()
    .replace(/\s+/gu, ' ')
  if (text === '') return wrong('empty')
  const extended = EXTENSION.exec(text)
  const extension = extended?.[2] ?? ''
  const number = readLookalikes(extended?.[1] ?? text)
  const problem = problemOf(number, extension)
  return problem ? wrong(problem) : { ok: true, phone: number + text.slice((extended?.[1] ?? text).length) }
}

/** The number without its extension, its letters read as digits. */
function withoutExtension(typed: string): string {
  const text = typed.normalize('NFKC').trim()
  return readLookalikes(EXTENSION.exec(text)?.[1] ?? text)
}

/** `+52 1`, `0052`, `+598`, and what was dialled in Mexico before a number of another area (01) or of a mobile (044, 045); leading zeros are gone. */
const BEFORE_NUMBER = [/^521?(?=\d{10}$)/u, /^598(?=\d{8}$)/u, /^(?:1|4[45])(?=\d{10}$)/u]

/** The digits of a number with its area and without its country, in whatever spelling: what counts when two are compared. */
export function nationalNumber(typed: string): string {
  const digits = withoutExtension(typed).replace(/\D/gu, '').replace(/^0+/u, '')
  return BEFORE_NUMBER.reduce((rest, before) => rest.replace(before, ''), digits)
}

/** Whether one of two national numbers is the other, perhaps without its area. */
export const isSameNumber = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= FEWEST_DIGITS && (one.endsWith(other) || other.endsWith(one))

function problemOf(number: string, extension: string): FieldProblem | null {
  if (/\p{L}/u.test(number)) return 'phone-letters'
  if (/[^\d\s()+./-]/u.test(number)) return 'phone-sign'
  if (number.lastIndexOf('+') > 0) return 'phone-plus'
  const digits = number.replace(/\D/gu, '')
  if (digits.length < FEWEST_DIGITS) return 'phone-too-short'
  if (digits.length > MOST_DIGITS) return 'phone-too-long'
  if (/^0+$/u.test(digits)) return 'phone-zeros'
  return extension.length > LONGEST_EXTENSION ? 'phone-extension' : null
}
