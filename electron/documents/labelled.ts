import { printable } from './printable.ts'
import type { PaperLocale } from './paperLocale.ts'

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
