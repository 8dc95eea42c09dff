import type { Conventions } from '../../shared/contract/account.ts'
import { localeOf } from '../../shared/domain/zoneLocale.ts'
import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'

/** How amounts, dates and volumes of a zone are written. */
export const conventionsOf = (zone: Zone): Conventions => ({
  currency: zone.currency,
  locale: localeOf(zone),
  timeZone: zone.timeZone,
  unit: zone.unit,
})
