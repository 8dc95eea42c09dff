import type { ReadableDb, WritableDb } from '../cache/db.ts'
import { query, statement } from '../cache/statement.ts'
import { isConstraint } from '../faults.ts'

export type Cell = string | number | null | Buffer
/** A row by the names of its columns. */
export type Row = Record<string, Cell>

/** Every row of a sound table. */
export const rowsOf = (db: ReadableDb, table: string): Row[] => query<[], Row>(db, `SELECT * FROM ${table} ORDER BY rowid`).all()

/** Inserts a row as it is. False where the table's own rules refuse it: a byte of it was changed, or another row has its place. */
export function insertRow(db: WritableDb, table: string, row: Row): boolean {
  const columns = Object.keys(row)
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  try {
    statement<Cell[], never>(db, sql).run(...Object.values(row))
    return true
  } catch (error) {
    if (isConstraint(error)) return false
    throw error
  }
}
