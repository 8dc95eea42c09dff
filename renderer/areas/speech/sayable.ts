import type { Words } from './describe.ts'

/** The words that the voice needs and the screen has not. */
export interface SayableWords {
  t: Words
  /** Of the page: how dates are said. */
  dates: string
  /** Of the zone: which sign stands before decimals. */
  numbers: string
  /** With which the voice says a number: `3.5` or `3,5`. */
  decimal: '.' | ','
}

/** In the language of the page, which has its way to write dates, of what stands there as the zone writes it. */
export const sayableWords = (t: Words, language: string, dates: string, zoneLocale: string): SayableWords => ({
  t,
  dates,
  numbers: zoneLocale,
  decimal: language === 'pt' || (language !== 'en' && zoneLocale === 'es-UY') ? ',' : '.',
})

/** The code of the currency stands beside some; its name is said. */
const AMOUNT = /(?<sign>[-\u2212]\s?)?(?<currency>US)?\$\s?(?<amount>\d[\d.,]*\d|\d)(?:\s(?:MXN|UYU|USD)\b)?/u
const DATE = /\b(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})\b/u
/** What an office gives a number to: letters and digits in one word. */
const WORD = /\b(?=[A-Z-]*\d)(?=[\d-]*[A-Z])(?=[\dA-Z-]{6})[\dA-Z]{2,}(?:-[\dA-Z]+)*\b/u
/** Groups of digits that make one number of a bill, a telephone or a folio, or a long one. */
const DOTTED = /\b[A-Z]{1,3}[ -]?\d{2,}(?:[ .-]\d{2,})+\b/u
const DIGITS = /\b(?:[A-Z]{1,3}[ -]?)?\d{2,}(?:[ -]\d{1,})+\b(?![.,]\d)|\b[A-Z]{1,3}[ -]?\d{4,}(?:-\d+)?\b|\b\d{6,}\b/u
const CODE = new RegExp([DOTTED, WORD, DIGITS].map(({ source }) => source).join('|'), 'u')
const NUMBER = /\d[\d.,]*\d/u
const ANY = new RegExp([AMOUNT, DATE, CODE, NUMBER].map(({ source }) => source).join('|'), 'gu')

/** A text as a voice says it rightly: amounts as pesos and centavos, dates in words, the digits of a number of a bill one by one. */
export function sayable(text: string, words: SayableWords): string {
  return (
    withWholeMonths(text, words)
      .replace(/m³/gu, words.t('speech.cubicMetres'))
      // Nobody can hear what a key says: that of an address, a seal, or the like.
      .replace(/(https?:\/\/\S*?\/)[\w=-]{20,}/gu, `$1${words.t('speech.longCode')}`)
      .replace(/[\w+/=|]{40,}/gu, words.t('speech.longCode'))
      .replace(ANY, (found: string) => spoken(found, words))
      // What is masked has no sound: it is said that it is.
      .replace(/•+(?=@)/gu, `, ${words.t('speech.masked')}, `)
      .replace(/•+(?=[^•]*•)/gu, '')
      .replace(/•+([^.]*)/u, `$1, ${words.t('speech.masked')}`)
      // What stands between two things is a pause.
      .replace(/\s*[·|→↓]+\s*/gu, ', ')
      .replace(/\s×\s/gu, ` ${words.t('speech.times')} `)
      .replace(/\s=(?=[\s.,]|$)/gu, ` ${words.t('speech.equals')}`)
      .replace(/\s+/gu, ' ')
      .trim()
  )
}

const months = (dates: string, length: 'short' | 'long'): string[] =>
  Array.from({ length: 12 }, (_, month) => {
    const parts = new Intl.DateTimeFormat(dates, { day: 'numeric', month: length, timeZone: 'UTC' }).formatToParts(Date.UTC(2026, month, 1))
    return parts.find(({ type }) => type === 'month')?.value ?? ''
  })

/** `22 nov 2026` as `22 de noviembre de 2026`; and between two dates, the word for the line. */
function withWholeMonths(text: string, { dates, t }: SayableWords): string {
  const long = months(dates, 'long')
  const short = months(dates, 'short').map((month) => month.replace('.', ''))
  const whole = (month: string): string => long[short.findIndex((one) => one.toLowerCase() === month.toLowerCase())] ?? month
  const of = /^(?:es|pt)/u.test(dates) ? ' de ' : ' '
  const [anyShort, anyMonth] = [short.join('|'), [...short, ...long].join('|')]
  return text
    .replace(new RegExp(`\\b(${anyShort})\\b\\.?(?= (?:de )?\\d{4}\\b)|(?<=\\d (?:de )?)(${anyShort})\\b\\.?`, 'giu'), (month) => whole(month.replace('.', '')))
    .replace(new RegExp(`(?<=\\d) (?:de )?(?=(?:${anyMonth})\\b)|(?<=\\b(?:${anyMonth})) (?:de )?(?=\\d{4}\\b)`, 'giu'), of)
    .replace(new RegExp(`(?<=${anyMonth}|\\d) – (?=\\d)`, 'giu'), ` ${t('speech.until')} `)
}

function spoken(found: string, words: SayableWords): string {
  const whole = (pattern: RegExp): RegExpExecArray | null => new RegExp(`^(?:${pattern.source})$`, 'u').exec(found)
  const amount = whole(AMOUNT)?.groups
  if (amount) return spokenAmount(amount, words)
  const date = whole(DATE)?.groups
  if (date) return spokenDate(date, words) ?? found
  if (whole(CODE)) return oneByOne(found)
  return spokenNumber(found, words)
}

function spokenAmount({ sign, currency, amount = '' }: Record<string, string | undefined>, words: SayableWords): string {
  const { whole, decimals } = split(amount, words.numbers)
  // A price by the unit may be finer than the coins.
  if (/[1-9]/u.test(decimals.slice(2))) return words.t(`speech.${currency ? 'dollars' : 'pesos'}`, { count: `${whole}${words.decimal}${decimals}` }, 2)
  const cents = Number(decimals.padEnd(2, '0').slice(0, 2))
  const unit = words.t(`speech.${currency ? 'dollars' : 'pesos'}`, { count: whole }, Number(whole))
  const parts = cents > 0 ? words.t('speech.andCents', { amount: unit, cents: words.t('speech.cents', { count: cents }, cents) }) : unit
  return sign ? words.t('speech.minus', { amount: parts }) : parts
}

function spokenDate({ day, month, year }: Record<string, string | undefined>, { dates }: SayableWords): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (date.getUTCDate() !== Number(day)) return null
  return new Intl.DateTimeFormat(dates, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}

/** `40989917` → `4 0 9 8, 9 9 1 7`: a comma is where the voice draws breath. */
function oneByOne(code: string): string {
  const groups = code.split(/[ .-]/u).flatMap((group) => group.match(/^[A-Z]*\d*$/u.test(group) ? /[A-Z]+|\d{1,4}/gu : /.{1,4}/gu) ?? [])
  return groups.map((group) => [...group].join(' ')).join(', ')
}

function spokenNumber(found: string, { numbers, decimal }: SayableWords): string {
  const { whole, decimals } = split(found, numbers)
  return decimals === '' ? whole : `${whole}${decimal}${decimals}`
}

function split(number: string, locale: string): { whole: string; decimals: string } {
  const point = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.'
  const [whole = '', decimals = ''] = number.split(point)
  return { whole: whole.replace(/\D/gu, ''), decimals: decimals.replace(/\D/gu, '') }
}
