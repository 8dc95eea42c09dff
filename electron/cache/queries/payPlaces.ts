import type { PayPlace } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

const byName = new Intl.Collator('es', { numeric: true }).compare

/** More nobody reads, and a feed may bring any number. */
const MOST = 200

/** Where people of a zone pay in person, in order of name. */
export function listPayPlaces(db: ReadableDb, zoneId: string): PayPlace[] {
  const sql = `SELECT data FROM pay_place WHERE zone_id = ? AND deleted = 0 ORDER BY data ->> 'name' LIMIT ${MOST}`
  const places = query<[string], { data: string }>(db, sql)
    .all(zoneId)
    .map(fromData<PayPlace>)
  return places.sort((one, other) => byName(one.name, other.name) || byName(one.id, other.id))
}
