import type { Notice } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

/** More nobody reads, and a feed may bring any number. */
const MOST = 30

/** The newest notices for everyone that hold on a day (`YYYY-MM-DD`), newest first. */
export function currentNotices(db: ReadableDb, { on }: { on: string }): Notice[] {
  const sql = `
    SELECT data FROM notice
    WHERE account_id IS NULL AND deleted = 0 AND data ->> 'validFrom' <= :on AND coalesce(nullif(data ->> 'validTo', ''), :on) >= :on
    ORDER BY data ->> 'validFrom' DESC, id LIMIT ${MOST}`
  return query<[{ on: string }], { data: string }>(db, sql)
    .all({ on })
    .map(fromData<Notice>)
}
