import type { Conventions } from '../../shared/contract/account.ts'
import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'

const localeOfCurrency: Record<string, string> = { MXN: 'es-MX', UYU: 'es-UY' }

/** The zone's locale, or the one that goes with its currency where the utility does not say, or names one that there is not (`es_MX`). */
export const localeOf = ({ locale = '', currency }: Zone): string => known(locale) ?? localeOfCurrency[currency] ?? 'es-MX'

function known(locale: string): string | undefined {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0]
  } catch {
    return undefined
  }
}

/** How amounts, dates and volumes of a zone are written. */
export const conventionsOf = (zone: Zone): Conventions => ({
  currency: zone.currency,
  locale: localeOf(zone),
  timeZone: zone.timeZone,
  unit: zone.unit,
})
