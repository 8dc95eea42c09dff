import {
  AMOUNT_DIGITS,
  base10CheckDigit,
  base97CheckDigits,
  CONDENSED_AMOUNT_DIGITS,
  CONDENSED_DATE_DIGITS,
  CONSTANT,
  glnOf,
  partsOf,
  SHORT_DATE_DIGITS,
  type SlipRule,
} from './paymentReference.ts'
import { SEPARATOR } from './scannedText.ts'

/** Longest text, in characters, that can be a reference; banks use about forty. */
const LONGEST = 100
/** Most references tried for one text: somebody could craft a text with thousands. */
const MOST = 60

/** What counts when two references are compared: their letters, in upper case, and digits. */
export const referenceKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '')

/**
 * The payment references that scanned bars may contain: the whole text, and for each bank's rule the text without that bank's prefix, date, amount and
 * check digits. A rule whose check digits are wrong does not apply.
 */
export function referencesIn(text: string, rules: readonly SlipRule[]): string[] {
  if (text.length > LONGEST) return []
  const found = rules.flatMap((rule) => (rule.symbology === 'gs1-128' ? gs1References(text) : [text]).flatMap((whole) => own(whole, rule)))
  return [...new Set([text, ...found].map(referenceKey))].filter((key) => key !== '').slice(0, MOST)
}

/** The invoice's reference within a bank's, as an array of one; empty where the rule does not apply. */
function own(whole: string, rule: SlipRule): string[] {
  const unchecked = withoutCheck(whole, rule)
  const bare = unchecked === null ? null : withoutTail(unchecked, rule)
  const prefix = glnOf(rule) === null ? (rule.prefix ?? '') : ''
  const startsWithIt = bare?.slice(0, prefix.length).toUpperCase() === prefix.toUpperCase()
  return bare !== null && startsWithIt && bare.length > prefix.length ? [bare.slice(prefix.length)] : []
}

function withoutCheck(text: string, { algorithm }: SlipRule): string | null {
  if (algorithm === 'none') return text
  const [digits, check] = algorithm === 'base10' ? [1, base10CheckDigit] : [2, base97CheckDigits]
  const rest = text.slice(0, -digits)
  return /^[0-9]+$/u.test(text) && rest !== '' && check(rest) === text.slice(-digits) ? rest : null
}

function withoutTail(text: string, rule: SlipRule): string | null {
  const parts = partsOf(rule).filter((part) => part !== 'reference')
  if (rule.algorithm === 'base97') {
    const length = parts.reduce((sum, part) => sum + (part === 'dueOn' ? CONDENSED_DATE_DIGITS : CONDENSED_AMOUNT_DIGITS), CONSTANT.length)
    return text.endsWith(CONSTANT) ? text.slice(0, -length) : null
  }
  if (rule.symbology === 'gs1-128') return text
  const length = parts.reduce((sum, part) => sum + (part === 'dueOn' ? SHORT_DATE_DIGITS : AMOUNT_DIGITS), 0)
  return length === 0 || /^[0-9]+$/u.test(text.slice(-length)) ? text.slice(0, text.length - length) : null
}

/** The symbology identifier that some scanners send first. */
const PREFIX = /^\]C1/u
/** Invoicing party and date due, each of a set length, then the reference and what comes behind it. */
const GS1 = /^(?:415\d{13})?(?:12\d{6})?8020(.+)$/u
const AMOUNT_BEHIND = /3902\d{1,15}$/u

/** The references that a GS1-128 symbol may carry: without a separator it is not told where one ends and the amount begins. */
function gs1References(text: string): string[] {
  const [fields = '', ...more] = text.replace(PREFIX, '').split(SEPARATOR).filter(Boolean)
  const rest = GS1.exec(fields)?.[1]
  if (rest === undefined) return []
  if (more.length > 0) return [rest]
  const places = Array.from(rest, (_, place) => place).filter((place) => place > 0 && isAmount(rest.slice(place)))
  return [rest, ...places.map((place) => rest.slice(0, place))]
}

const isAmount = (text: string): boolean => text.startsWith('3902') && AMOUNT_BEHIND.exec(text)?.index === 0
