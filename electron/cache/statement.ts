import type { Statement } from 'better-sqlite3'
import type { Db } from './db.ts'

export type { Statement }

const prepared = new WeakMap<Db, Map<string, Statement>>()

/** The prepared statement for this text, compiled once per connection. */
export function statement<Parameters extends unknown[], Row>(db: Db, sql: string): Statement<Parameters, Row> {
  let statements = prepared.get(db)
  if (!statements) prepared.set(db, (statements = new Map<string, Statement>()))
  let found = statements.get(sql)
  if (!found) statements.set(sql, (found = db.prepare(sql)))
  return found as Statement<Parameters, Row>
}

/** A row's `data`. It was validated by its entity's schema when it was written, so it is not judged again. */
export const fromData = <T>(row: { data: string }): T => JSON.parse(row.data) as T
