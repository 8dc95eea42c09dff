/** Kept, because making one takes longer than a hundred uses of it. */
const formats = new Map<string, Intl.NumberFormat>()

/** What no meter counts to: in full, a number may have three hundred digits. */
export const isBeyondMeasure = (value: number): boolean => Math.abs(value) >= 1e15

/** A number with at most so many decimals, in the locale's way; thousands are grouped in every locale. */
export function formatNumber(value: number, locale: string, decimals = 6): string {
  const key = `${locale} ${decimals}`
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: decimals, useGrouping: 'always' })
  formats.set(key, format)
  return asWritten(isBeyondMeasure(value) ? value.toExponential(2) : format.format(value))
}

/** So many of a hundred, as Spanish writes it, on screen and paper alike: `16 %`. */
export const formatPercent = (percent: number, locale: string): string => `${formatNumber(percent, locale, 2)} %`

export const MINUS = '\u2212'

/**
 * As screen and paper write a number: with spaces that do not break (the narrow one is missing in some fonts), a real minus sign in place
 * of a hyphen, after which a line would break, and none before zero. Files for spreadsheets write their figures themselves.
 */
export function asWritten(text: string): string {
  const plain = text.replace(/\s/gu, '\u00a0').replace('-', MINUS)
  return /[1-9]/u.test(plain) ? plain : plain.replace(MINUS, '')
}
