import type { AccountReaders } from '../cache/accountReaders.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { readBranch } from '../cache/queries/branch.ts'
import { findZone, listZones } from '../cache/queries/zones.ts'
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

/** The zone of an account; without one, or where it is not known, the branch's own. */
export function zoneOf(readers: Pick<AccountReaders, 'of'>, accountId: string | null): Zone | undefined {
  const db = readers.of(accountId)
  const account = accountId === null ? null : findAccount(db, accountId)
  return (account && findZone(db, account.zoneId)) ?? homeZone(db)
}
