import type { Db } from '../cache/db.ts'
import { statement } from '../cache/statement.ts'
import { feedTables, ownedByAccount } from './feedTables.ts'

/**
 * A feed that starts from nothing is loaded into tables of its own, without secondary indexes, and takes the place of the served ones once it
 * is complete. So a first load builds its indexes last, a resync leaves the old cache readable until the new one is whole, and revisions of
 * two starts, which cannot be compared, never meet.
 */
const swapped = [...feedTables.map(({ table }) => table), 'set_aside']

const STAGE = 'stage_'

/** The table that a change goes to. */
export const tableName = (table: string, staging: boolean): string => (staging ? STAGE + table : table)

/** Begins anew from no cursor; what an earlier start had loaded by then is dropped. In the caller's transaction. */
export function beginStaging(db: Db): void {
  for (const table of swapped) {
    const { sql } = schemaOf(db, 'table', table)[0] ?? { sql: '' }
    db.exec(`DROP TABLE IF EXISTS ${STAGE}${table}`)
    db.exec(sql.replace(/^CREATE TABLE "?\w+"?/, `CREATE TABLE ${STAGE}${table}`))
  }
  statement(db, 'UPDATE feed_state SET staging = 1, stage_cursor = NULL, changes_applied = 0').run()
}

/** Puts the loaded tables in the place of the served ones, with the indexes that those had. In the caller's transaction. */
export function swapIn(db: Db): void {
  for (const { table } of ownedByAccount) db.exec(`DROP INDEX IF EXISTS ${STAGE}${table}_by_account`)
  for (const table of swapped) {
    const indexes = schemaOf(db, 'index', table)
    db.exec(`DROP TABLE ${table}`)
    db.exec(`ALTER TABLE ${STAGE}${table} RENAME TO ${table}`)
    for (const { sql } of indexes) db.exec(sql)
  }
  statement(db, 'UPDATE feed_state SET cursor = stage_cursor, staging = 0, stage_cursor = NULL, complete = 1').run()
}

/** A loaded table has no secondary index; finding an account's rows in it needs one. */
export function indexStaged(db: Db, table: string): void {
  db.exec(`CREATE INDEX IF NOT EXISTS ${STAGE}${table}_by_account ON ${STAGE}${table} (account_id)`)
}

function schemaOf(db: Db, type: 'table' | 'index', table: string): { sql: string }[] {
  const sql = 'SELECT sql FROM sqlite_schema WHERE type = ? AND tbl_name = ? AND sql IS NOT NULL'
  return statement<[string, string], { sql: string }>(db, sql).all(type, table)
}
