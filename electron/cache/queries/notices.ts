import type { Notice } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

/** More nobody reads, and a feed may bring any number. */
const MOST = 30

const holding = `FROM notice WHERE deleted = 0 AND data ->> 'validFrom' <= :on AND coalesce(nullif(data ->> 'validTo', ''), :on) >= :on`
/** Of those that begin on one day, the one that ends first stands first. */
const newest = `ORDER BY data ->> 'validFrom' DESC, coalesce(nullif(data ->> 'validTo', ''), '9999'), id LIMIT ${MOST}`

/** The newest notices for everyone that hold on a day (`YYYY-MM-DD`), newest first. */
export function currentNotices(db: ReadableDb, { on }: { on: string }): Notice[] {
  return query<[{ on: string }], { data: string }>(db, `SELECT data ${holding} AND account_id IS NULL ${newest}`)
    .all({ on })
    .map(fromData<Notice>)
}

interface Whose {
  accountId: string
  on: string
}

/** Those for one account alone. */
export function accountNotices(db: ReadableDb, whose: Whose): Notice[] {
  return query<[Whose], { data: string }>(db, `SELECT data ${holding} AND account_id = :accountId ${newest}`)
    .all(whose)
    .map(fromData<Notice>)
}

/** How many hold, those beyond the listed ones too. */
export function countAccountNotices(db: ReadableDb, whose: Whose): number {
  return query<[Whose], { count: number }>(db, `SELECT count(*) AS count ${holding} AND account_id = :accountId`).get(whose)?.count ?? 0
}
