import { createHash } from 'node:crypto'
import type { WritableDb } from '../cache/db.ts'
import { readFeedState } from '../cache/queries/feed.ts'
import { statement } from '../cache/statement.ts'
import { feedTables } from './feedTables.ts'
import { beginStaging } from './staging.ts'

/** Tells one utility and kiosk from another. A fingerprint, so that the file does not say whose it is. */
export function originOf({ baseUrl, clientId }: { baseUrl: string; clientId: string }): string {
  return createHash('sha256')
    .update(`${baseUrl.replace(/\/+$/, '')}\n${clientId}`)
    .digest('hex')
}

/** Readies the cache for what comes from here: another's data are removed first, and a feed that never began is begun. */
export function adoptOrigin(db: WritableDb, origin: string): void {
  db.transaction(() => {
    const state = readFeedState(db)
    if (state.origin !== origin) emptyCache(db, origin)
    if (state.origin !== origin || (state.cursor === null && !state.staging)) beginStaging(db)
  }).immediate()
}

function emptyCache(db: WritableDb, origin: string): void {
  for (const table of [...feedTables.map((each) => each.table), 'set_aside', 'branch']) db.exec(`DELETE FROM ${table}`)
  statement(
    db,
    `UPDATE feed_state
     SET origin = ?, cursor = NULL, complete = 0, staging = 0, stage_cursor = NULL, as_of = NULL, server_time = NULL`,
  ).run(origin)
}
