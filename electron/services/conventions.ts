import type { Conventions } from '../../shared/contract/account.ts'
import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'

const localeOfCurrency: Record<string, string> = { MXN: 'es-MX', UYU: 'es-UY' }

/** The zone's locale, or the one that goes with its currency where the utility does not say. */
export const localeOf = (zone: Zone): string => zone.locale ?? localeOfCurrency[zone.currency] ?? 'es-MX'

/** How amounts, dates and volumes of a zone are written. */
export const conventionsOf = (zone: Zone): Conventions => ({
  currency: zone.currency,
  locale: localeOf(zone),
  timeZone: zone.timeZone,
  unit: zone.unit,
})
