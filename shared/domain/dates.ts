export type DateStyle = 'long' | 'short' | 'numeric' | 'day'

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  short: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' },
  /** Without the year: `3 de diciembre`. */
  day: { day: 'numeric', month: 'long', timeZone: 'UTC' },
}

/** Dates of the utility have no time of day: they are read and written as UTC, so that no zone shifts them. */
const asUtc = (date: string): Date => new Date(`${date}T00:00:00Z`)

const formats = new Map<string, Intl.DateTimeFormat>()

/** Kept, because making one takes longer than a hundred uses of it. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.entries(options).join(' ')}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, format)
  return format
}

/** `2026-12-02` → `2 de diciembre de 2026`, `2 dic 2026` or `02/12/2026`, in the locale's way. */
export function formatDate(date: string, locale: string, style: DateStyle): string {
  return formatOf(locale, styles[style]).format(asUtc(date))
}

/** `1–31 oct 2026`: what both ends share is said once. */
export function formatDates(from: string, to: string, locale: string): string {
  return formatOf(locale, styles.short).formatRange(asUtc(from), asUtc(to))
}

/** `2026-10` → `octubre` or `oct`; with the year if asked: `octubre de 2026`. */
export function formatMonth(month: string, locale: string, style: 'long' | 'short', withYear = false): string {
  const options: Intl.DateTimeFormatOptions = { month: style, timeZone: 'UTC', ...(withYear && { year: 'numeric' }) }
  const text = formatOf(locale, options).format(asUtc(`${month}-01`))
  return CAPITAL_MONTHS.test(locale) ? text : text.charAt(0).toLocaleLowerCase(locale) + text.slice(1)
}

/** Languages that write months with a capital. es-UY would too where a month stands alone, but it stands in sentences here. */
const CAPITAL_MONTHS = /^(en|de)\b/u

/** Whether there is one of this name: telling a day in another throws. */
export const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The day it is at an instant, in a time zone: what the branch and its customers call today. */
export function businessDate(instant: number | string, timeZone: string): string {
  // A year before 1000 comes without its zeros: software writes the year 1 where it has no date.
  return formatOf('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant)).padStart(10, '0')
}

/** The time of day at an instant in a time zone, `HH:MM`. */
export function businessTime(instant: number | string, timeZone: string): string {
  return formatOf('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))
}

/** The month of a date, `2026-10`. */
export const monthOf = (date: string): string => date.slice(0, 7)

/** Moves a month (`2026-01`) by so many months. */
export function addMonths(month: string, count: number): string {
  const [year = 0, index = 1] = month.split('-').map(Number)
  const moved = new Date(Date.UTC(year, index - 1 + count, 1))
  return moved.toISOString().slice(0, 7)
}

const DAY_MS = 86_400_000

/** `2026-11-21` moved by so many days. */
export const addDays = (date: string, days: number): string => new Date(asUtc(date).getTime() + days * DAY_MS).toISOString().slice(0, 10)

/** From one date to another, negative where the other is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((asUtc(to).getTime() - asUtc(from).getTime()) / DAY_MS)
