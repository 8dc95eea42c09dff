import type { Topic } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Db } from '../db.ts'
import { fromData, statement } from '../statement.ts'

const byName = new Intl.Collator('es').compare

/** What a customer can ask or claim, in order of name. */
export function listTopics(db: Db): Topic[] {
  const rows = statement<[], { data: string }>(db, 'SELECT data FROM topic WHERE deleted = 0').all()
  return rows.map(fromData<Topic>).sort((one, other) => byName(one.name, other.name))
}

export function findTopic(db: Db, id: string): Topic | null {
  const row = statement<[string], { data: string }>(db, 'SELECT data FROM topic WHERE id = ? AND deleted = 0').get(id)
  return row ? fromData<Topic>(row) : null
}
