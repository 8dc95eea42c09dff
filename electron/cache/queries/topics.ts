import type { Topic } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

const byName = new Intl.Collator('es').compare

/** More nobody chooses from, and a feed may bring any number. */
const MOST = 100

/** What a customer can ask or claim, in order of name; of too many, those for an emergency are kept before others. */
export function listTopics(db: ReadableDb): Topic[] {
  const sql = `SELECT data FROM topic WHERE deleted = 0 ORDER BY coalesce(data ->> 'emergency', 0) DESC, data ->> 'name' LIMIT ${MOST}`
  const topics = query<[], { data: string }>(db, sql)
    .all()
    .map(fromData<Topic>)
  return topics.sort((one, other) => byName(one.name, other.name))
}

export function findTopic(db: ReadableDb, id: string): Topic | null {
  const row = query<[string], { data: string }>(db, 'SELECT data FROM topic WHERE id = ? AND deleted = 0').get(id)
  return row ? fromData<Topic>(row) : null
}
