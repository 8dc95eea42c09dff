import type Database from 'better-sqlite3'
import type { Statement } from 'better-sqlite3'
import type { ReadableDb, WritableDb } from './db.ts'

export type { Statement }

/** A statement that answers rows. */
export interface Query<Parameters extends unknown[], Row> {
  get(...parameters: Parameters): Row | undefined
  all(...parameters: Parameters): Row[]
  iterate(...parameters: Parameters): IterableIterator<Row>
  /** The first column alone. */
  pluck(): Query<Parameters, Row>
}

const prepared = new WeakMap<ReadableDb, Map<string, Statement>>()

/** The prepared statement for this text, compiled once per connection. */
export function statement<Parameters extends unknown[], Row>(db: WritableDb, sql: string): Statement<Parameters, Row> {
  return prepare(db, sql) as Statement<Parameters, Row>
}

/** The same for a text that only reads. Throws for one that writes. */
export function query<Parameters extends unknown[], Row>(db: ReadableDb, sql: string): Query<Parameters, Row> {
  const found = prepare(db, sql)
  if (!found.readonly) throw new Error(`a query writes: ${sql}`)
  return found as Statement<Parameters, Row>
}

function prepare(db: ReadableDb, sql: string): Statement {
  let statements = prepared.get(db)
  if (!statements) prepared.set(db, (statements = new Map<string, Statement>()))
  let found = statements.get(sql)
  // Only `openDatabase.ts` makes connections: what is told apart by type is one class when the program runs.
  if (!found) statements.set(sql, (found = (db as Database.Database).prepare(sql)))
  return found
}

/** A row's `data`. It was validated by its entity's schema when it was written, so it is not judged again. */
export const fromData = <T>(row: { data: string }): T => JSON.parse(row.data) as T
