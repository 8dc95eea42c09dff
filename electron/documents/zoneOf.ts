import type { Account, Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { readBranch } from '../cache/queries/branch.ts'
import { findZone, listZones } from '../cache/queries/zones.ts'
import type { ReadableDb } from '../cache/db.ts'

/** The account's zone, or else the branch's; null before any is known. */
export function zoneOf(db: ReadableDb, account: Account | null): Zone | null {
  const homeId = account?.zoneId ?? readBranch(db)?.homeZoneId
  return (homeId && findZone(db, homeId)) || (listZones(db)[0] ?? null)
}
