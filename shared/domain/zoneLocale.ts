import type { Zone } from '../utility-api/generated/types.gen.ts'

const localeOfCurrency: Record<string, string> = { MXN: 'es-MX', UYU: 'es-UY' }

/** The zone's locale, or the one that goes with its currency where the utility does not say, or names one that there is not (`es_MX`). */
export const localeOf = ({ locale = '', currency }: Pick<Zone, 'locale' | 'currency'>): string => known(locale) ?? localeOfCurrency[currency] ?? 'es-MX'

function known(locale: string): string | undefined {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0]
  } catch {
    return undefined
  }
}
