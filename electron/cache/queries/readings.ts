import type { Reading } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

/** Newest first. */
export function listReadings(db: ReadableDb, accountId: string): Reading[] {
  const sql = 'SELECT data FROM reading WHERE account_id = ? AND deleted = 0 ORDER BY taken_on DESC, id DESC'
  return query<[string], { data: string }>(db, sql)
    .all(accountId)
    .map(fromData<Reading>)
}
