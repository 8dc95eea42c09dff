import type { Notice } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

/** More nobody reads, and a feed may bring any number. */
const MOST = 30

const holding = `FROM notice WHERE deleted = 0 AND data ->> 'validFrom' <= :on AND coalesce(nullif(data ->> 'validTo', ''), :on) >= :on`
/** Of those that begin on one day, the one that ends first stands first. */
const newest = (most: number): string => `ORDER BY data ->> 'validFrom' DESC, coalesce(nullif(data ->> 'validTo', ''), '9999'), id LIMIT ${most}`

/** The newest notices for everyone that hold on a day (`YYYY-MM-DD`), newest first. */
export function currentNotices(db: ReadableDb, { on }: { on: string }): Notice[] {
  return query<[{ on: string }], { data: string }>(db, `SELECT data ${holding} AND account_id IS NULL ${newest(MOST)}`)
    .all({ on })
    .map(fromData<Notice>)
}

interface Whose {
  accountId: string
  on: string
}

/** Those for one account alone, and whether there are more. */
export function accountNotices(db: ReadableDb, whose: Whose): { newest: Notice[]; more: boolean } {
  const read = query<[Whose], { data: string }>(db, `SELECT data ${holding} AND account_id = :accountId ${newest(MOST + 1)}`).all(whose)
  return { newest: read.slice(0, MOST).map(fromData<Notice>), more: read.length > MOST }
}
