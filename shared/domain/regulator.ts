import type { Zone } from '../utility-api/generated/types.gen.ts'

/** Who watches over the utility, as far as the zone says; null where there is no name to go by. */
export function regulatorOf(regulator: Zone['regulator']): { name: string; phone: string | null } | null {
  const name = regulator?.name?.trim()
  return name ? { name, phone: regulator?.phone?.trim() || null } : null
}

/** In how many business days a claim is answered where the zone has that rule; which days those are nobody says, so no date is made of them. */
export function claimDays(regulator: Zone['regulator']): number | null {
  const days = regulator?.claimBusinessDays
  return days !== undefined && Number.isInteger(days) && days > 0 ? days : null
}
