import type { Zone } from '../utility-api/generated/types.gen.ts'

/** The regulator of the zone's utility; null where the zone names none. */
export function regulatorOf(regulator: Zone['regulator']): { name: string; phone: string | null } | null {
  const name = regulator?.name?.trim()
  return name ? { name, phone: regulator?.phone?.trim() || null } : null
}

/** Business days within which a claim is answered, where the zone has that rule. The data name no holidays, so no date is computed. */
export function claimDays(regulator: Zone['regulator']): number | null {
  const days = regulator?.claimBusinessDays
  return days !== undefined && Number.isInteger(days) && days > 0 ? days : null
}
