import type { Db } from './db.ts'

/** One step of the schema. Never edited after a release: a change is a new step. */
export interface Migration {
  version: number
  name: string
  up(db: Db): void
}

/** The file was written by a newer program: nothing is touched. */
export class SchemaFromTheFuture extends Error {
  override name = 'SchemaFromTheFuture'
}

/** Applies the steps that the file has not seen, each in its own transaction with its version. */
export function migrate(db: Db, migrations: readonly Migration[]): void {
  assertAscending(migrations)
  assertNotFromTheFuture(db, migrations)
  for (const migration of migrations) apply(db, migration)
}

/** Throws `SchemaFromTheFuture`. */
export function assertNotFromTheFuture(db: Db, migrations: readonly Migration[]): void {
  const newest = migrations.at(-1)?.version ?? 0
  const found = schemaVersion(db)
  if (found > newest) throw new SchemaFromTheFuture(`the database's schema ${found} is newer than ${newest}: start the newer program`)
}

function schemaVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }))
}

function apply(db: Db, migration: Migration): void {
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
