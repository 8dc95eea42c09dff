import type { WritableDb } from '../cache/db.ts'
import { readFeedState } from '../cache/queries/feed.ts'
import { statement } from '../cache/statement.ts'
import type { RunWrite } from '../cache/writerPriority.ts'
import { feedTables, type FeedTable } from './feedTables.ts'
import { buildStagedIndex, createStagedIndex, DICTIONARY, INDEX } from './searchIndex.ts'

/**
 * A feed that is read from its beginning is loaded into staging tables, which replace the served ones once they are complete. So a first
 * load builds its indexes last, a resync leaves the old cache readable until the new one is whole, and revisions of two starts, which cannot
 * be compared, are never in one table. Long steps run before or after the swap, so that the main thread can write in between.
 */
const swapped = [...feedTables.map(({ table }) => table), 'set_aside', DICTIONARY]

const STAGE = 'stage_'
const DISCARDED = 'discarded_'

/** The table that a change is written to. */
export const tableName = (table: string, staging: boolean): string => (staging ? STAGE + table : table)

/** Begins anew from no cursor; what an earlier start had loaded by then is discarded. In the caller's transaction. */
export function beginStaging(db: WritableDb): void {
  const { complete } = readFeedState(db)
  for (const table of swapped) {
    if (schemaOf(db, 'table', STAGE + table).length > 0) discard(db, STAGE + table)
    const { sql } = schemaOf(db, 'table', table)[0] ?? { sql: '' }
    db.exec(sql.replace(/^CREATE TABLE "?\w+"?/, `CREATE TABLE ${STAGE}${table}`))
    // While people use the cache, the indexes grow with each page, because building one at once would block the main thread.
    if (complete) indexStaged(db, table)
  }
  if (schemaOf(db, 'table', STAGE + INDEX).length > 0) discard(db, STAGE + INDEX)
  createStagedIndex(db)
  statement(db, 'UPDATE feed_state SET staging = 1, stage_cursor = NULL, changes_applied = 0').run()
}

/** Gives a loaded table the indexes of the one whose place it will take. */
export const indexStaged = (db: WritableDb, table: string): void => stagedIndexes(db, table).forEach((sql) => db.exec(sql))

/**
 * Puts the tables that are loaded to their end in the place of the served ones. Each step is a transaction of its own: after a kill between two,
 * the next reading finds the feed at its end once more, and goes on here.
 */
export function finishStaging(db: WritableDb, runWrite: RunWrite): void {
  if (!readFeedState(db).complete) buildStagedIndex(db, runWrite)
  for (const sql of swapped.flatMap((table) => stagedIndexes(db, table))) runWrite(() => db.exec(sql))
  runWrite(() => db.transaction(() => swapIn(db)).immediate())
}

function swapIn(db: WritableDb): void {
  for (const table of feedTables) keepTombstones(db, table)
  for (const table of [...swapped, INDEX]) {
    discard(db, table)
    db.exec(`ALTER TABLE ${STAGE}${table} RENAME TO ${table}`)
  }
  const sql = 'UPDATE feed_state SET cursor = stage_cursor, as_of = server_time, staging = 0, stage_cursor = NULL, complete = 1'
  statement(db, sql).run()
}

/** Below every revision of the feed. */
const BELOW_ALL = -1

/**
 * Copies tombstones that keep columns into the staging table: a feed that is read from its beginning no longer contains what was deleted before.
 * A live row that the feed does not bring again does not become a tombstone.
 */
function keepTombstones(db: WritableDb, { table, outlasting }: FeedTable): void {
  if (outlasting.length === 0) return
  const kept = outlasting.join(', ')
  statement(
    db,
    `INSERT INTO ${STAGE}${table} (id, rev, deleted, ${kept}) SELECT id, ${BELOW_ALL}, 1, ${kept} FROM ${table}
     WHERE deleted = 1 AND (${outlasting.map((column) => `${column} IS NOT NULL`).join(' OR ')}) AND id NOT IN (SELECT id FROM ${STAGE}${table})`,
  ).run()
}

/** Renames a table that is dropped later, because dropping takes long. */
function discard(db: WritableDb, table: string): void {
  for (const { name } of schemaOf(db, 'index', table)) db.exec(`DROP INDEX ${name}`)
  db.exec(`DROP TABLE IF EXISTS ${DISCARDED}${table}`)
  db.exec(`ALTER TABLE ${table} RENAME TO ${DISCARDED}${table}`)
}

/** Drops the discarded tables, one transaction each. */
export function dropDiscarded(db: WritableDb, runWrite: RunWrite): void {
  // Shadow tables go with the virtual table that they belong to.
  const sql = `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow' AND name GLOB '${DISCARDED}*'`
  for (const name of statement<[], string>(db, sql).pluck().all()) {
    // Dropping reads every page: read them first, outside the transaction.
    db.prepare(`SELECT count(*) FROM ${name.endsWith(INDEX) ? `${name}_data` : name} NOT INDEXED`).get()
    runWrite(() => db.exec(`DROP TABLE ${name}`))
  }
}

const TWIN = '_twin'

/** SQLite renames tables, not indexes: so an index has two names, one in the served table and the other in the loaded one, swapped by each load. */
export const twinOf = (index: string): string => (index.endsWith(TWIN) ? index.slice(0, -TWIN.length) : index + TWIN)

function stagedIndexes(db: WritableDb, table: string): string[] {
  const columnsIn = (sql: string): string => sql.slice(sql.indexOf('('))
  return schemaOf(db, 'index', table).map(({ name, sql }) => `CREATE INDEX IF NOT EXISTS ${twinOf(name)} ON ${STAGE}${table} ${columnsIn(sql)}`)
}

function schemaOf(db: WritableDb, type: 'table' | 'index', table: string): { name: string; sql: string }[] {
  const sql = 'SELECT name, sql FROM sqlite_schema WHERE type = ? AND tbl_name = ? AND sql IS NOT NULL'
  return statement<[string, string], { name: string; sql: string }>(db, sql).all(type, table)
}
