import type { Clerk } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

/** More nobody chooses from, and a feed may bring any number. */
const MOST = 300

const works = "deleted = 0 AND data ->> 'active' = 1 AND json_array_length(data, '$.roles') > 0"

/** Those who work at the branch, in order of their names. */
export function listClerks(db: ReadableDb): Clerk[] {
  const clerks = query<[], { data: string }>(db, `SELECT data FROM clerk WHERE ${works} ORDER BY data ->> 'name' LIMIT ${MOST}`)
    .all()
    .map(fromData<Clerk>)
  const { compare } = new Intl.Collator('es')
  return clerks.sort((one, other) => compare(one.name, other.name))
}

/** null: nobody who works there now. */
export function findClerk(db: ReadableDb, id: string): Clerk | null {
  const row = query<[string], { data: string }>(db, `SELECT data FROM clerk WHERE id = ? AND ${works}`).get(id)
  return row ? fromData<Clerk>(row) : null
}

/** Whether the utility ever told of them. */
export const wasClerk = (db: ReadableDb, id: string): boolean => query<[string], { id: string }>(db, 'SELECT id FROM clerk WHERE id = ?').get(id) !== undefined
