import type { WritableDb } from '../cache/db.ts'
import { readFeedState, type FeedState } from '../cache/queries/feed.ts'
import { statement, type Statement } from '../cache/statement.ts'
import type { RunWrite } from '../cache/writerPriority.ts'
import { partsOf, type Batch } from './batch.ts'
import { feedTables, ownedByAccount, widthOf, type Cell, type FeedTable } from './feedTables.ts'
import { keepingIndex } from './searchIndex.ts'
import { finishStaging, indexStaged, tableName } from './staging.ts'

/** The effect of a batch. */
export interface Applied {
  /** false: the batch does not continue from the stored cursor, so nothing was changed. */
  accepted: boolean
  /** Entities whose served rows changed. */
  entities: string[]
  /** Changes that had an effect. */
  applied: number
  /** How many changes were newly set aside, by entity. */
  setAside: Record<string, number>
}

const untouched: Applied = { accepted: false, entities: [], applied: 0, setAside: {} }

/**
 * Applies a page in order, in one transaction with its cursor. When the page completes a load into staging tables, these then replace the served
 * ones. Throws what SQLite throws: the same page is then applied again, or the tables are replaced after the next page that ends the feed.
 */
export function applyBatch(db: WritableDb, batch: Batch, runWrite: RunWrite): Applied {
  const applied = runWrite(() => db.transaction(() => applyPage(db, batch)).immediate())
  if (!applied.accepted || batch.hasMore || !readFeedState(db).staging) return applied
  finishStaging(db, runWrite)
  return { ...applied, entities: feedTables.map(({ entity }) => entity) }
}

function applyPage(db: WritableDb, batch: Batch): Applied {
  const state = readFeedState(db)
  if (batch.from !== positionOf(state)) return untouched
  const { applied, touched } = keepingIndex(db, batch, state, () => writeRows(db, batch, state.staging))
  const setAside = noteSetAside(db, batch, state.staging)
  moveCursor(db, batch, state.staging, applied)
  // A stored row is outdated once a newer revision of it was set aside.
  const changed = feedTables.filter((table) => touched.has(table) || table.entity in setAside).map(({ entity }) => entity)
  return { accepted: true, applied, setAside, entities: state.staging ? [] : changed }
}

/** The cursor to go on from. */
export const positionOf = (state: FeedState): string | null => (state.staging ? state.stageCursor : state.cursor)

function writeRows(db: WritableDb, { kinds, cells }: Batch, staging: boolean): { applied: number; touched: Set<FeedTable> } {
  const writers = feedTables.map((table) => ({ table, width: widthOf(table), upsert: prepareUpsert(db, table, staging) }))
  const touched = new Set<FeedTable>()
  let applied = 0
  let at = 0
  for (const kind of kinds) {
    const writer = writers[kind]
    if (!writer) throw new Error(`no table of kind ${kind}`)
    const row = cells.slice(at, (at += writer.width))
    if (writer.upsert.run(row).changes === 0) continue
    applied += 1
    touched.add(writer.table)
    if (writer.table.entity === 'account' && row[2] === 1) dropOwned(db, row[0] ?? null, staging).forEach((table) => touched.add(table))
  }
  return { applied, touched }
}

/** A change whose `rev` is not above the stored one has no effect, a tombstone's included. */
function prepareUpsert(db: WritableDb, { table, columns, outlasting }: FeedTable, staging: boolean): Statement<[readonly Cell[]]> {
  const names = ['id', 'rev', 'deleted', ...columns, 'data']
  const target = tableName(table, staging)
  const set = names
    .slice(1)
    .map((name) => `${name} = ${outlasting.includes(name) ? `iif(excluded.deleted, ${target}.${name}, excluded.${name})` : `excluded.${name}`}`)
  return statement<[readonly Cell[]], never>(
    db,
    `INSERT INTO ${target} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${set.join(', ')} WHERE excluded.rev > ${target}.rev`,
  )
}

/** Deletes everything of a deleted account; each row keeps its `rev`, so that repeated changes do not bring it back. */
function dropOwned(db: WritableDb, accountId: Cell, staging: boolean): FeedTable[] {
  return ownedByAccount.filter(({ table, columns }) => {
    if (staging) indexStaged(db, table)
    const empty = columns.map((column) => `${column} = NULL`)
    const drop = `UPDATE ${tableName(table, staging)} SET deleted = 1, data = NULL, ${empty.join(', ')} WHERE account_id = ?`
    return statement(db, drop).run(accountId).changes > 0
  })
}

/** Stores what was set aside, and removes what a later change has replaced. Returns the new ones, by entity. */
function noteSetAside(db: WritableDb, { setAside, kinds }: Batch, staging: boolean): Record<string, number> {
  const target = tableName('set_aside', staging)
  const insert = `
    INSERT INTO ${target} (entity, id, rev, reason) VALUES (?, ?, ?, ?)
    ON CONFLICT (entity, id) DO UPDATE SET rev = excluded.rev, reason = excluded.reason WHERE excluded.rev > rev`
  const noticed: Record<string, number> = {}
  for (const { entity, id, rev, reason } of setAside) {
    const { changes } = statement(db, insert).run(entity, id, rev, reason)
    if (changes > 0) noticed[entity] = (noticed[entity] ?? 0) + 1
  }
  const noted = statement<[], string>(db, `SELECT DISTINCT entity FROM ${target}`).pluck().all()
  if (noted.length === 0 || kinds.length + setAside.length === 0) return noticed
  for (const { entity, table } of feedTables) {
    const stored = `SELECT rev FROM ${tableName(table, staging)} AS stored WHERE stored.id = ${target}.id`
    if (noted.includes(entity)) statement(db, `DELETE FROM ${target} WHERE entity = ? AND rev <= (${stored})`).run(entity)
    // The rest of the same revision is stored.
    if (noted.includes(partsOf(entity))) statement(db, `DELETE FROM ${target} WHERE entity = ? AND rev < (${stored})`).run(partsOf(entity))
  }
  return noticed
}

function moveCursor(db: WritableDb, { cursor, serverTime, hasMore }: Batch, staging: boolean, applied: number): void {
  const column = staging ? 'stage_cursor' : 'cursor'
  statement(db, `UPDATE feed_state SET ${column} = ?, server_time = ?, as_of = coalesce(?, as_of), changes_applied = changes_applied + ?`).run(
    cursor,
    serverTime,
    hasMore || staging ? null : serverTime,
    applied,
  )
}
