import { existsSync } from 'node:fs'
import { damageOf } from '../cache/check.ts'
import { query } from '../cache/statement.ts'
import type { ReadableDb, WritableDb } from '../cache/db.ts'
import { migrate, schemaVersion } from '../cache/migrate.ts'
import { migrations } from '../cache/migrations/index.ts'
import { openForReading, rollBackHotJournal, type ReadOnlyConnection } from '../cache/openDatabase.ts'
import { durableTables } from '../cache/durableTables.ts'
import { isDatabaseFault } from '../faults.ts'
import { readAround } from './readAround.ts'
import { insertRow } from './rows.ts'

/** What was taken out of a damaged file. */
export interface Rescued {
  rows: number
  /** Rows that were read and are no rows of ours any more. */
  torn: number
  /** Tables of which some may be lost. */
  incomplete: string[]
}

/**
 * Takes the durable data out of a damaged file, which stays as it is, into an empty database, and brings that up to date. The tables are
 * those of the file's own version while they are filled.
 */
export function rescue(path: string, draft: WritableDb): Rescued {
  const rescued: Rescued = { rows: 0, torn: 0, incomplete: [] }
  const source = openDamaged(path)
  if (source) {
    migrate(
      draft,
      migrations.filter(({ version }) => version <= source.version),
    )
    for (const table of durableTables) if (!rescueTable(source, draft, table, rescued)) rescued.incomplete.push(table)
    source.db.close()
  } else rescued.incomplete.push(...durableTables)
  migrate(draft, migrations)
  return rescued
}

interface Damaged {
  db: ReadOnlyConnection
  version: number
  columns: Map<string, string[]>
}

/** Null where there is no file, or where not even its list of tables can be read. */
function openDamaged(path: string): Damaged | null {
  if (!existsSync(path)) return null
  const db = openForReading(path)
  try {
    rollBackHotJournal(path)
    return { db, version: versionOf(db), columns: columnsByTable(db) }
  } catch (error) {
    db.close()
    if (isDatabaseFault(error)) return null
    throw error
  }
}

/** A number that no program wrote is part of the damage. */
function versionOf(db: ReadableDb): number {
  const found = schemaVersion(db)
  return migrations.some(({ version }) => version === found) ? found : (migrations.at(-1)?.version ?? 0)
}

/** Whether all of it was there. A table that the file's version does not have yet has nothing to lose. */
function rescueTable({ db, columns }: Damaged, draft: WritableDb, table: string, rescued: Rescued): boolean {
  if (query<[string], unknown>(draft, 'SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) === undefined) return true
  const names = columns.get(table)
  if (!names) return false
  draft.exec(`DELETE FROM ${table}`)
  let torn = 0
  const whole = readAround(db, table, names, (row) => {
    if (insertRow(draft, table, row)) rescued.rows += 1
    else torn += 1
  })
  rescued.torn += torn
  return whole && torn === 0 && damageOf(db, table) === null
}

function columnsByTable(db: ReadableDb): Map<string, string[]> {
  const sql = `
    SELECT tables.name AS "table", columns.name AS "column"
    FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
    WHERE tables.type = 'table'`
  const columns = new Map<string, string[]>()
  for (const { table, column } of query<[], { table: string; column: string }>(db, sql).all()) {
    columns.set(table, [...(columns.get(table) ?? []), column])
  }
  return columns
}
