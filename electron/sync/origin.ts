import { createHash } from 'node:crypto'
import type { WritableDb } from '../cache/db.ts'
import { readFeedState } from '../cache/queries/feed.ts'
import { statement } from '../cache/statement.ts'
import { feedTables } from './feedTables.ts'
import { emptyIndex } from './searchIndex.ts'
import { beginStaging } from './staging.ts'

/** A fingerprint of the utility and the kiosk, so that the file does not reveal them. */
export function originOf({ baseUrl, clientId }: { baseUrl: string; clientId: string }): string {
  return createHash('sha256')
    .update(`${baseUrl.replace(/\/+$/, '')}\n${clientId}`)
    .digest('hex')
}

/** Prepares the cache for this utility: removes the data of another one, and begins a feed that was never begun. */
export function adoptOrigin(db: WritableDb, origin: string): void {
  db.transaction(() => {
    const state = readFeedState(db)
    if (state.origin !== origin) emptyCache(db, origin)
    if (state.origin !== origin || (state.cursor === null && !state.staging)) beginStaging(db)
  }).immediate()
}

function emptyCache(db: WritableDb, origin: string): void {
  for (const table of [...feedTables.map((each) => each.table), 'set_aside', 'branch']) db.exec(`DELETE FROM ${table}`)
  emptyIndex(db)
  statement(
    db,
    `UPDATE feed_state
     SET origin = ?, cursor = NULL, complete = 0, staging = 0, stage_cursor = NULL, as_of = NULL, server_time = NULL`,
  ).run(origin)
}
