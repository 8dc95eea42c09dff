/** The words that the voice needs and the screen has not. */
export interface SayableWords {
  t: (key: string, values?: Record<string, unknown>, count?: number) => string
  /** Of the page: how dates are said. */
  dates: string
  /** Of the zone: which sign stands before decimals. */
  numbers: string
  /** With which the voice says a number: `3.5` or `3,5`. */
  decimal: '.' | ','
}

const AMOUNT = /(?<sign>[-\u2212]\s?)?(?<currency>US)?\$\s?(?<amount>\d[\d.,]*\d|\d)/u
const DATE = /\b(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})\b/u
/** Groups of digits that make one number of a bill, a telephone or a folio, or a long one. */
const CODE = /\b(?:[A-Z]{1,3}[ -]?)?\d{2,}(?:[ -]\d{1,})+\b|\b[A-Z]{1,3}[ -]?\d{4,}(?:-\d+)?\b|\b\d{6,}\b/u
const NUMBER = /\d[\d.,]*\d/u
const ANY = new RegExp([AMOUNT, DATE, CODE, NUMBER].map(({ source }) => source).join('|'), 'gu')

/** A text as a voice says it rightly: amounts as pesos and centavos, dates in words, the digits of a number of a bill one by one. */
export function sayable(text: string, words: SayableWords): string {
  return (
    text
      .replace(/m³/gu, words.t('speech.cubicMetres'))
      .replace(ANY, (found: string) => spoken(found, words))
      // What is masked has no sound; what stands between two things is a pause.
      .replace(/•+/gu, '')
      .replace(/\s*[·|→↓]+\s*/gu, ', ')
      .replace(/\s+/gu, ' ')
      .trim()
  )
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
  const groups = code.split(/[ -]/u).flatMap((group) => group.match(/[A-Z]+|\d{1,4}/gu) ?? [])
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
