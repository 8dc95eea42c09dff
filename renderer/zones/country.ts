import type { Zone } from '../../shared/contract/kiosk.ts'

/** In which country a zone is, in two small letters: by its locale, else by its money. */
export function countryOf(zone: Pick<Zone, 'locale' | 'currency'> | null): string {
  if (!zone) return ''
  if (zone.currency === 'UYU') return 'uy'
  const region = /-([A-Z]{2})$/.exec(zone.locale)?.[1] ?? zone.currency.slice(0, 2)
  return region.toLowerCase()
}
