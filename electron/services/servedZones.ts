import { readBranch } from '../cache/queries/branch.ts'
import { listZones } from '../cache/queries/zones.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'

/** The zones that the branch serves, in order of name; all of them while the utility has not said which. */
export function servedZones(db: ReadableDb): Zone[] {
  const ids = readBranch(db)?.zoneIds
  return listZones(db).filter(({ id }) => ids === undefined || ids.includes(id))
}

/** The branch's own zone, whose notices the screens show, and its privacy notice while no account is open. */
export function homeZone(db: ReadableDb): Zone | undefined {
  const homeId = readBranch(db)?.homeZoneId
  const zones = servedZones(db)
  return zones.find(({ id }) => id === homeId) ?? zones[0]
}
