import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { zoneProfiles } from './sample/zones.ts'

/** What a utility offers of its API: everything that came with 1.1 is optional. */
export const contracts = ['1.0', '1.1'] as const
export type Contract = (typeof contracts)[number]

/** The zones of the sample as a utility of that contract publishes them. */
export const publishedZones = (contract: Contract): Zone[] => zoneProfiles.map(({ zone }) => (contract === '1.0' ? withoutLater(zone) : zone))

function withoutLater(zone: Zone): Zone {
  const { documentTypes: _types, passwordAtOnce: _atOnce, formerPortal: _former, claimNotice: _notice, billCodes: _codes, ...first } = zone
  return first
}
