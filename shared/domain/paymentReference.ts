import type { Bank } from '../utility-api/generated/types.gen.ts'
import { checkDigitOf } from './checkDigit.ts'

/** How a bank's references and bars are made, as the utility's data say. */
export type SlipRule = NonNullable<Bank['slip']>

/** What is to be paid with one reference. */
export interface Charge {
  /** The utility's own, of the invoice; null where it gives none. */
  reference: string | null
  /** Minor units, above 0. */
  amount: number
  /** The last day on which it may be paid, `YYYY-MM-DD`. */
  payBy: string
}

/** Why a reference cannot be made, or its bars cannot carry it. */
export type NotCarried =
  | 'no-reference' // the utility gives none
  | 'left-out' // longer than anything that is paid with
  | 'not-digits' // a check digit, or ITF, over something else
  | 'bad-characters' // ñ, control characters, spaces at the ends
  | 'odd-length' // ITF carries pairs; a zero in front would be another reference
  | 'too-long'
  | 'amount' // does not fit its field
  | 'date' // before the bank's base year, or beyond what four digits count

export type Carried<T> = { ok: true; value: T } | { ok: false; reason: NotCarried }

export const carried = <T>(value: T): Carried<T> => ({ ok: true, value })
export const notCarried = (reason: NotCarried): { ok: false; reason: NotCarried } => ({ ok: false, reason })

/** The amount in figures of one width, so that a reader can take the reference apart: up to 99,999,999.99. */
export const AMOUNT_DIGITS = 10

/**
 * What the customer gives at the till, and the bars carry: prefix, the invoice's reference, what else the bank wants in it in the order of its
 * `includes`, and the check digits over all of that. Base 97 condenses date and amount, in its own order.
 * @param rule without one, the invoice's reference as it is
 */
export function paymentReference(rule: SlipRule | undefined, charge: Charge): Carried<string> {
  if (charge.reference === null || charge.reference === '') return notCarried('no-reference')
  const start = (rule && glnOf(rule) === null ? (rule.prefix ?? '') : '') + charge.reference
  switch (rule?.algorithm) {
    case undefined:
      return carried(start)
    case 'none':
      return spelledOut(start, rule, charge)
    case 'base10':
      return checked(spelledOut(start, rule, charge), base10CheckDigit)
    case 'base97':
      return checked(condensed(start, rule, charge), base97CheckDigits)
  }
}

/** Whether the amount stands in the reference or beside it in the bars: only then can one payment be told to be for several invoices. */
export const carriesAmount = (rule: SlipRule | undefined): boolean => rule !== undefined && partsOf(rule).includes('amount')

const GLN = /^[0-9]{13}$/

/**
 * The invoicing party's global location number, where GS1-128 bars can say it: the data have no field for it, so a prefix that is one, check digit
 * and all, is taken as one. Any other prefix is the reference's.
 */
export function glnOf({ symbology, prefix = '' }: SlipRule): string | null {
  if (symbology !== 'gs1-128' || !GLN.test(prefix)) return null
  const check = (10 - (weightedSum(prefix.slice(0, -1), [3, 1]) % 10)) % 10
  return prefix.endsWith(String(check)) ? prefix : null
}

type Part = 'reference' | 'amount' | 'dueOn'

/** Base 97 is defined with date and amount; the others leave them out unless the bank asks for them. */
export const partsOf = ({ includes, algorithm }: SlipRule): readonly Part[] =>
  includes ?? (algorithm === 'base97' ? ['reference', 'amount', 'dueOn'] : ['reference'])

/** GS1-128 has fields of its own for amount and date: there they do not stand in the reference as well. */
function spelledOut(start: string, rule: SlipRule, { amount, payBy }: Charge): Carried<string> {
  if (rule.symbology === 'gs1-128') return carried(start)
  let text = start
  for (const part of partsOf(rule)) {
    if (part === 'reference') continue
    const figures = part === 'dueOn' ? carried(shortDate(payBy)) : amountFigures(amount)
    if (!figures.ok) return figures
    text += figures.value
  }
  return carried(text)
}

export const SHORT_DATE_DIGITS = 6

/** `2026-12-02` → `261202`. */
export const shortDate = (date: string): string => date.slice(2).replaceAll('-', '')

function amountFigures(amount: number): Carried<string> {
  const figures = String(amount).padStart(AMOUNT_DIGITS, '0')
  return isAmount(amount) && figures.length === AMOUNT_DIGITS ? carried(figures) : notCarried('amount')
}

const isAmount = (amount: number): boolean => Number.isSafeInteger(amount) && amount > 0

/** Closes what base 97 condenses, before the check digits. */
export const CONSTANT = '2'

function condensed(start: string, rule: SlipRule, { amount, payBy }: Charge): Carried<string> {
  const parts = partsOf(rule)
  const date = parts.includes('dueOn') ? condensedDate(payBy, rule.baseYear) : ''
  if (date === null) return notCarried('date')
  if (parts.includes('amount') && !isAmount(amount)) return notCarried('amount')
  return carried(start + date + (parts.includes('amount') ? condensedAmount(amount) : '') + CONSTANT)
}

export const CONDENSED_DATE_DIGITS = 4
export const CONDENSED_AMOUNT_DIGITS = 1

/**
 * Four digits that count days in months of 31. Null where they do not suffice: a base year lasts 26 years (that of 1988 ran out in 2014), and a
 * fifth digit would shift everything behind it.
 */
export function condensedDate(date: string, baseYear: number | undefined): string | null {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (baseYear === undefined || year < baseYear) return null
  const days = (year - baseYear) * 372 + (month - 1) * 31 + (day - 1)
  return days < 10 ** CONDENSED_DATE_DIGITS ? String(days).padStart(CONDENSED_DATE_DIGITS, '0') : null
}

/** One digit of an amount in minor units: weights 7, 3, 1 from the right. */
export const condensedAmount = (amount: number): string => String(weightedSum(String(amount), [7, 3, 1]) % 10)

export const base10CheckDigit = (digits: string): string => checkDigitOf(digits, 'mod10') ?? ''

/** Two digits, 01 to 97: weights 11, 13, 17, 19, 23 from the right. */
export const base97CheckDigits = (digits: string): string => String((weightedSum(digits, [11, 13, 17, 19, 23]) % 97) + 1).padStart(2, '0')

function weightedSum(digits: string, weights: readonly number[]): number {
  return [...digits].reverse().reduce((sum, digit, place) => sum + Number(digit) * (weights[place % weights.length] ?? 0), 0)
}

function checked(text: Carried<string>, check: (digits: string) => string): Carried<string> {
  if (!text.ok) return text
  return /^[0-9]+$/.test(text.value) ? carried(text.value + check(text.value)) : notCarried('not-digits')
}

/** As people read figures out: in groups of four from the left. Not for what holds anything else. */
export const inGroups = (reference: string): string => (/^[0-9]+$/.test(reference) ? reference.replace(/(.{4})(?=.)/g, '$1 ') : reference)
