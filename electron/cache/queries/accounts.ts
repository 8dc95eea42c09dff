import type { Account } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

/** null when there is none, or it was deleted. */
export function findAccount(db: ReadableDb, id: string): Account | null {
  const row = query<[string], { data: string }>(db, 'SELECT data FROM account WHERE id = ? AND deleted = 0').get(id)
  return row ? fromData<Account>(row) : null
}
