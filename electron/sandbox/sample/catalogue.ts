import type { Change } from '../../../shared/utility-api/generated/types.gen.ts'
import { created } from './records.ts'
import { zoneProfiles } from './zones.ts'

/** All that belongs to no account. */
export function catalogue(_today: string): Change[] {
  return zoneProfiles.map(({ zone }) => created('zone', zone))
}
