import { z } from 'zod'
import type { Page } from '../api/client.ts'
import { openDatabase } from '../cache/openDatabase.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { statement } from '../cache/statement.ts'
import { applyBatch } from '../sync/apply.ts'
import { toBatch } from '../sync/batch.ts'
import { ownedByAccount } from '../sync/feedTables.ts'

/** No account has more in a lifetime of months. */
const MOST_CHANGES = 20_000

const owned = new Set(ownedByAccount.map(({ entity }) => entity))
/** With them go what was set aside, and the instant at which the utility told it. */
const held = new Set(['account', 'set_aside', 'feed_state', ...ownedByAccount.map(({ table }) => table)])

const zWhose = z.object({ entity: z.string(), id: z.string(), data: z.object({ accountId: z.unknown().optional() }) })

function carries(change: unknown, accountId: string): boolean {
  const { data: whose } = zWhose.safeParse(change)
  if (whose?.entity === 'account') return whose.id === accountId
  return whose !== undefined && owned.has(whose.entity) && whose.data.accountId === accountId
}

/**
 * What the utility tells of one account, as a database in memory that is judged and written as the feed is. What is not the account's own is left out:
 * zones, banks and texts are the branch's. Null where the answer is not a whole account.
 */
export function holdAccount(page: Page, accountId: string): Uint8Array | null {
  if (page.hasMore || page.changes.length > MOST_CHANGES) return null
  const changes = page.changes.filter((change) => carries(change, accountId))
  const db = openDatabase(':memory:', { role: 'feed' })
  try {
    applyBatch(db, toBatch(null, { ...page, changes }), (write) => write())
    if (!findAccount(db, accountId)) return null
    // Shadow tables go with the virtual table that they belong to.
    const sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow' AND name NOT LIKE 'sqlite_%'"
    const tables = statement<[], string>(db, sql).pluck().all()
    // A table that is not here is read from the branch's database.
    for (const table of tables) if (!held.has(table)) db.exec(`DROP TABLE ${table}`)
    return db.serialize()
  } finally {
    db.close()
  }
}
