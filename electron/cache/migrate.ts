import Database from 'better-sqlite3'
import type { ReadableDb, WritableDb } from './db.ts'
import { query } from './statement.ts'

/** One step of the schema. Never edited after a release: a change is a new step. */
export interface Migration {
  version: number
  name: string
  up(db: WritableDb): void
}

/** The file was written by a newer program: nothing is touched. */
export class SchemaNewerThanProgram extends Error {
  override name = 'SchemaNewerThanProgram'
}

/** Applies the steps that the file has not seen, each in its own transaction with its version. */
export function migrate(db: WritableDb, migrations: readonly Migration[]): void {
  assertAscending(migrations)
  assertVersionIsKnown(db, migrations)
  for (const migration of migrations) apply(db, migration)
}

/** No program comes this far; a number beyond it is damage. */
const HIGHEST_VERSION = 100_000

/** Throws `SchemaNewerThanProgram`, and SQLITE_CORRUPT for a version that neither an older nor a newer program can have written. */
export function assertVersionIsKnown(db: ReadableDb, migrations: readonly Migration[]): void {
  const newest = migrations.at(-1)?.version ?? 0
  const found = schemaVersion(db)
  if (found > newest && found <= HIGHEST_VERSION) {
    throw new SchemaNewerThanProgram(`the database's schema ${found} is newer than ${newest}: start the newer program`)
  }
  const isKnown = migrations.some(({ version }) => version === found) || (found === 0 && isEmpty(db))
  if (!isKnown) throw new Database.SqliteError(`there is no schema ${found}`, 'SQLITE_CORRUPT')
}

const isEmpty = (db: ReadableDb): boolean => query<[], unknown>(db, 'SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined

/** 0 where none was ever written. */
export const schemaVersion = (db: ReadableDb): number => query<[], number>(db, 'PRAGMA user_version').pluck().get() ?? 0

function apply(db: WritableDb, migration: Migration): void {
  // IMMEDIATE, and the version read inside: two connections that open together must not both apply the step.
  db.transaction(() => {
    if (schemaVersion(db) >= migration.version) return
    migration.up(db)
    db.pragma(`user_version = ${migration.version}`)
  }).immediate()
}

function assertAscending(migrations: readonly Migration[]): void {
  for (const [index, migration] of migrations.entries()) {
    const before = migrations[index - 1]
    if (before && before.version >= migration.version) throw new Error(`migration ${migration.name} is out of order`)
  }
}
