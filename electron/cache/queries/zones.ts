import type { Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

const byName = new Intl.Collator('es').compare

/** Every zone of the feed, in order of name. */
export function listZones(db: ReadableDb): Zone[] {
  const rows = query<[], { data: string }>(db, 'SELECT data FROM zone WHERE deleted = 0').all()
  return rows.map(fromData<Zone>).sort((one, other) => byName(one.name, other.name))
}

export function findZone(db: ReadableDb, id: string): Zone | null {
  const row = query<[string], { data: string }>(db, 'SELECT data FROM zone WHERE id = ? AND deleted = 0').get(id)
  return row ? fromData<Zone>(row) : null
}
