import type { Notice } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

/** More nobody reads, and a feed may bring any number. */
const MOST = 30

/** The newest notices for everyone that hold on a day (`YYYY-MM-DD`), newest first. */
export function currentNotices(db: ReadableDb, { on }: { on: string }): Notice[] {
  const sql = 'SELECT data FROM notice WHERE account_id IS NULL AND deleted = 0'
  return query<[], { data: string }>(db, sql)
    .all()
    .map(fromData<Notice>)
    .filter((notice) => notice.validFrom <= on && (!notice.validTo || on <= notice.validTo))
    .sort((one, other) => compare(other.validFrom, one.validFrom) || compare(one.id, other.id))
    .slice(0, MOST)
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
