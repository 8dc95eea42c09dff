import type { Reading } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Db } from '../db.ts'
import { fromData, statement } from '../statement.ts'

/** Newest first. */
export function listReadings(db: Db, accountId: string): Reading[] {
  const sql = 'SELECT data FROM reading WHERE account_id = ? AND deleted = 0 ORDER BY taken_on DESC, id DESC'
  return statement<[string], { data: string }>(db, sql)
    .all(accountId)
    .map(fromData<Reading>)
}
