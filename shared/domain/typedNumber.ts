import { readLookalikes } from './digitLookalikes.ts'

/** The signs of a locale's numbers: `1,234.5` in es-MX, `1.234,5` in es-UY. */
function signsOf(locale: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(12_345.6)
  const sign = (type: 'group' | 'decimal'): string => parts.find((part) => part.type === type)?.value ?? ''
  return { group: sign('group'), decimal: sign('decimal') }
}

/** The digits of a figure before and after the decimal sign, as they were typed. */
interface TypedDigits {
  whole: string
  fraction: string
}

/** Reads a figure as a person of that locale types it, grouped or not; null for what is none, is negative, or has too many digits for a meter. */
export function readTypedNumber(text: string, locale: string): number | null {
  const digits = readTypedDigits(text, locale)
  return digits && Number(`${digits.whole}.${digits.fraction || '0'}`)
}

/** The same, for whoever counts the digits: zeros at the end are kept. */
export function readTypedDigits(text: string, locale: string): TypedDigits | null {
  const { group, decimal } = signsOf(locale)
  const compact = readLookalikes(text.normalize('NFKC').replace(/\s/gu, ''))
  const [whole = '', fraction, ...more] = compact.split(decimal)
  if (more.length > 0 || (fraction !== undefined && !/^\d{1,6}$/.test(fraction))) return null
  const groups = whole.split(group)
  const grouped = groups.length > 1 && /^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((part) => /^\d{3}$/.test(part))
  const digits = groups.join('')
  if (!(grouped || groups.length === 1) || !/^\d{1,9}$/.test(digits)) return null
  return { whole: digits, fraction: fraction ?? '' }
}

/** The other way round: a figure as somebody of that locale types it. */
export const typedNumber = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 6 }).format(value)
