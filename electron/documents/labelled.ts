import { printable } from './printable.ts'
import type { PaperLocale } from './words.ts'

/** How a zone writes its amounts, times and volumes. */
export interface Writing {
  locale: PaperLocale
  currency: string
  timeZone: string
  unit: string
}

export interface Labelled {
  label: string
  value: string
}

/** Pairs fit to print; those without a value are left out. */
export function labelled(pairs: readonly (readonly [label: string, value: string | null | undefined])[]): Labelled[] {
  return pairs.flatMap(([label, value]) => {
    const text = printable(value ?? '')
    return text === '' ? [] : [{ label: printable(label), value: text }]
  })
}

const formats = new Map<string, Intl.NumberFormat>()

/** A quantity with at most so many decimals, in the locale's way. */
export function formatQuantity(value: number, locale: PaperLocale, decimals: number): string {
  const key = `${locale} ${decimals}`
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: decimals, useGrouping: 'always' })
  formats.set(key, format)
  return format.format(value)
}
