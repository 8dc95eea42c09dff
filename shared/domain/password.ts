import type { FieldProblem } from '../problems.ts'
import type { Zone } from '../utility-api/generated/types.gen.ts'
import { matchesPattern } from './pattern.ts'

/** What a password must be, as the zone says; lengths in characters as people count them (Unicode code points). */
export interface PasswordRule {
  minLength: number
  maxLength: number
  /** null: any characters and spaces. */
  pattern: string | null
  /** The rule in the utility's words. */
  description: string | null
}

/** NIST SP 800-63B-4: length counts, not kinds of characters; 12 because guesses are slowed down. */
const DEFAULT: PasswordRule = { minLength: 12, maxLength: 128, pattern: null, description: null }
/** No zone can ask for less, or for more than can be typed here. */
const LEAST = 4
const MOST = 128

type ZoneRule = NonNullable<Zone['password']>

export function passwordRule(zone: ZoneRule = {}): PasswordRule {
  const maxLength = Math.max(LEAST, Math.min(MOST, zone.maxLength ?? DEFAULT.maxLength))
  const minLength = Math.min(maxLength, Math.max(LEAST, zone.minLength ?? DEFAULT.minLength))
  return { minLength, maxLength, pattern: zone.pattern ?? null, description: zone.description ?? null }
}

/** One way of writing each letter, whatever keyboard it came from (RFC 8265). */
export const asPassword = (typed: string): string => typed.normalize('NFC')

const lengthOf = (text: string): number => [...text].length

/** Which parts of the rule a text fulfils, in the order in which they are told. */
export function fulfilled(typed: string, { minLength, maxLength, pattern }: PasswordRule): { length: boolean; pattern: boolean } {
  const text = asPassword(typed)
  const length = lengthOf(text)
  return { length: length >= minLength && length <= maxLength, pattern: text !== '' && (pattern === null || matchesPattern(pattern, text)) }
}

/** What is wrong with it by the rule alone; null for nothing. */
export function passwordProblem(typed: string, rule: PasswordRule): FieldProblem | null {
  const text = asPassword(typed)
  const length = lengthOf(text)
  if (length === 0) return 'empty'
  if (length < rule.minLength) return 'password-short'
  if (length > rule.maxLength) return 'password-long'
  return fulfilled(text, rule).pattern ? null : 'password-pattern'
}
