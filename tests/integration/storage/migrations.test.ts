import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../../electron/cache/migrate.ts'
import { migrations } from '../../../electron/cache/migrations/index.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { feedTables } from '../../../electron/sync/feedTables.ts'
import { beginStaging, dropDiscarded, finishStaging, twinOf } from '../../../electron/sync/staging.ts'
import { bundleProcess, type ProcessBundle } from '../../fixtures/processes/processBundle.ts'
import { checkFile, queryByCli, tablesByCli } from '../../model/sqliteCli.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  file = join(folder, 'ventanilla.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** From this step on there is every table and column that a load of today needs. */
const ACCOUNT_SEARCH = 210

/** As a load of an older program left the feed's tables: each index under the other of its two names. */
function renameIndexes(db: Database.Database): void {
  const tables = feedTables.map(({ table }) => `'${table}'`).join(', ')
  const sql = `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${tables})`
  const indexes = db.prepare<[], { name: string; sql: string }>(sql).all()
  expect(indexes.length).toBeGreaterThan(0)
  for (const index of indexes) {
    db.exec(`DROP INDEX ${index.name}; ${index.sql.replace(index.name, twinOf(index.name))}`)
  }
}

type Row = Record<string, unknown>
const upTo = (version: number) => migrations.filter((migration) => migration.version <= version)

/** What an older program left: rows in the tables of each step, as that step made them. */
const inserts: Readonly<Record<number, string>> = {
  10: `
    INSERT INTO invoice (id, rev, deleted, account_id, number_key, issued_on, data) VALUES ('i-1', 3, 0, 'a-1', 'DE40432503', '2026-11-10', '{}');
    INSERT INTO request (id, rev, deleted, account_id, data) VALUES ('r-1', 4, 0, 'a-1', '{"localFolio":"K07-20261121-00428","commandId":"c-9"}');
    INSERT INTO request (id, rev, deleted, account_id, data) VALUES ('r-2', 5, 1, NULL, NULL);
    CREATE TABLE stage_invoice (id TEXT PRIMARY KEY NOT NULL) STRICT;
    UPDATE feed_state SET cursor = 'c-1', complete = 1, staging = 1, stage_cursor = 'c-2'`,
  20: `
    INSERT INTO print_job (seq, id, session_id, account_id, invoice_id, invoice_number, who, business_date, asked_at, kind, copy_number, state, came_out, trouble)
      VALUES (1, 'j-1', 's-1', 'a-1', 'i-1', 'DE 4043 2503', 'invoiceHolder', '2026-11-21', 1, 'duplicate', 1, 'unknown', 'no', 'nothing'),
        (2, 'j-2', 's-1', 'a-1', 'i-1', 'DE 4043 2503', 'invoiceHolder', '2026-11-21', 2, 'duplicate', 2, 'confirmed', NULL, NULL);
    UPDATE print_job SET replaced_by = 'j-2' WHERE id = 'j-1';
    INSERT INTO invoice_copy (invoice_id, last_number) VALUES ('i-1', 2)`,
  30: `INSERT INTO audit (at, who, what, subject, detail) VALUES ('2026-11-21T10:00:00Z', 'system', 'print.sent', '{"jobId":"j-1"}', '{"copyNumber":1}')`,
  40: `UPDATE lookup_throttle SET misses = 6`,
  50: `
    INSERT INTO command (id, form_id, session_id, kind, account_id, local_folio, captured_at, body, state, attempts)
      VALUES ('c-9', 'f-1', 's-1', 'question', 'a-1', 'K07-20261121-00428', '2026-11-21T16:00:00Z', x'7b7d', 'pending', 2);
    INSERT INTO folio_day (series, day, last_number) VALUES ('K07', '2026-11-21', 42);
    INSERT INTO enrolment (only_row, series, machine) VALUES (1, 'K07', 'm')`,
  60: `INSERT INTO incident (at, code) VALUES ('2026-11-21T10:00:00Z', 'disk-full'); UPDATE service_state SET out_of_service = 1`,
}

/** A database as the program of that version left it. */
function leaveAt(version: number): void {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('foreign_keys = ON')
  for (const migration of upTo(version)) {
    migrate(db, upTo(migration.version))
    db.exec(inserts[migration.version] ?? '')
  }
  db.close()
}

const tablesAt = (version: number): string[] =>
  queryByCli<{ name: string }>(
    file,
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'stage_%'",
  )
    .map(({ name }) => name)
    .filter((name) => version > 0 && name !== 'feed_state')
const rows = (table: string): Row[] => tablesByCli(file, [table])[table] ?? []

/** What a step renames keeps its value under the new name. */
const renamed: Readonly<Record<string, string>> = { invoice_id: 'document_id', invoice_number: 'document_name' }

describe('a database of an older program', () => {
  it.each(migrations.slice(0, -1).map(({ version, name }) => ({ version, name })))('of schema $version ($name) keeps its rows', ({ version }) => {
    leaveAt(version)
    const before = tablesByCli(file, tablesAt(version))
    openDatabase(file, { role: 'durable' }).close()
    expect(checkFile(file, 'integrity_check')).toBe('ok')
    const after = tablesByCli(file, Object.keys(before))
    for (const [table, old] of Object.entries(before)) {
      const kept =
        table === 'print_job' ? old.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [renamed[column] ?? column, value]))) : old
      expect(after[table], table).toMatchObject(kept)
    }
    expect(Object.values(before).flat().length).toBeGreaterThan(2)
    expect(queryByCli(file, 'PRAGMA foreign_key_check')).toEqual([])
    expect(queryByCli(file, 'PRAGMA user_version')).toEqual([{ user_version: migrations.at(-1)?.version }])
  })

  it('takes each step also where a load has given the indexes of the feed their other names', () => {
    leaveAt(10)
    const db = new Database(file)
    for (const { version } of migrations) {
      migrate(db, upTo(version))
      if (version < ACCOUNT_SEARCH) {
        renameIndexes(db)
        continue
      }
      db.transaction(() => beginStaging(db))()
      finishStaging(db, (work) => work())
      dropDiscarded(db, (work) => work())
    }
    db.close()
    expect(checkFile(file, 'integrity_check')).toBe('ok')
  })

  it('finds its requests by folio and command, and begins a load under way anew', () => {
    leaveAt(60)
    openDatabase(file, { role: 'durable' }).close()
    expect(queryByCli(file, 'SELECT local_folio, command_id FROM request ORDER BY id')).toEqual([
      { local_folio: 'K07-20261121-00428', command_id: 'c-9' },
      { local_folio: null, command_id: null },
    ])
    expect(queryByCli(file, 'SELECT cursor, complete, staging, stage_cursor FROM feed_state')).toEqual([
      { cursor: 'c-1', complete: 1, staging: 0, stage_cursor: null },
    ])
    expect(queryByCli(file, "SELECT name FROM sqlite_schema WHERE name LIKE 'stage_%'")).toEqual([])
  })

  it('finds its requests in whatever spelling the utility had sent them, those of a load under way too', () => {
    leaveAt(120)
    const db = new Database(file)
    db.transaction(() => beginStaging(db))()
    for (const table of ['request', 'stage_request']) {
      db.prepare(`INSERT INTO ${table} (id, rev, deleted, local_folio, command_id, data) VALUES ('r-3', 6, 0, 'k07 20261121 00428', 'C-9-ABC', '{}')`).run()
      db.prepare(`INSERT INTO ${table} (id, rev, deleted, local_folio, data) VALUES ('r-4', 7, 0, 'SOL-1', '{}')`).run()
    }
    db.close()
    openDatabase(file, { role: 'durable' }).close()
    for (const table of ['request', 'stage_request']) {
      expect(queryByCli(file, `SELECT local_folio, command_id FROM ${table} WHERE id IN ('r-3', 'r-4') ORDER BY id`), table).toEqual([
        { local_folio: 'K07-20261121-00428', command_id: 'c-9-abc' },
        { local_folio: 'SOL-1', command_id: null },
      ])
    }
  })

  it('finds its invoices by their bars and their QR, those of a load under way too, and none that is gone', () => {
    leaveAt(150)
    const db = new Database(file)
    db.transaction(() => beginStaging(db))()
    const url = 'https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx?id=6f2a9c31-04be-4d7a-9e55-1c0b7a3d8f42&re=A&rr=B&tt=1&fe=x'
    const data = JSON.stringify({ paymentReference: '0814 0989 917', fiscal: { scheme: 'cfdi-4.0', verificationUrl: url } })
    for (const table of ['invoice', 'stage_invoice']) {
      db.prepare(`INSERT INTO ${table} (id, rev, deleted, data) VALUES ('i-2', 4, 0, ?), ('i-3', 5, 1, NULL)`).run(data)
    }
    db.close()
    openDatabase(file, { role: 'durable' }).close()
    for (const table of ['invoice', 'stage_invoice']) {
      expect(queryByCli(file, `SELECT payment_key, fiscal_key FROM ${table} WHERE id IN ('i-2', 'i-3') ORDER BY id`), table).toEqual([
        { payment_key: '08140989917', fiscal_key: '6F2A9C31-04BE-4D7A-9E55-1C0B7A3D8F42' },
        { payment_key: null, fiscal_key: null },
      ])
    }
  })
})

describe('S19 a process that is killed', () => {
  let migrating: ProcessBundle
  beforeAll(async () => {
    migrating = await bundleProcess('migratingProcess')
  })
  afterAll(() => migrating.remove())

  /** Runs the steps on the file, and kills itself inside the one of that version, or after it. */
  async function migrateAndDie(where: 'inside' | 'after', version: number): Promise<void> {
    const child = spawn(process.execPath, [migrating.program, file, where, String(version)], { stdio: ['ignore', 'ignore', 'inherit'] })
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
  }

  it.each(migrations.slice(5).flatMap(({ version }) => (['inside', 'after'] as const).map((where) => ({ version, where }))))(
    '$where step $version leaves that step done or not begun, and the next start goes on',
    async ({ version, where }) => {
      leaveAt(50)
      const before = rows('command')
      await migrateAndDie(where, version)
      const reached = queryByCli<{ user_version: number }>(file, 'PRAGMA user_version')[0]?.user_version ?? -1
      const previous = upTo(version).at(-2)?.version
      expect(reached).toBe(where === 'after' ? version : previous)
      expect(checkFile(file, 'integrity_check')).toBe('ok')
      // Step 250 adds a column, which is empty for what was not refused.
      const withRefusal = before.map((row) => ({ ...row, refused_at: null }))
      expect(rows('command')).toEqual(reached >= 250 ? withRefusal : before)
      openDatabase(file, { role: 'durable' }).close()
      expect(queryByCli(file, 'PRAGMA user_version')).toEqual([{ user_version: migrations.at(-1)?.version }])
      expect(rows('command')).toEqual(withRefusal)
      expect(checkFile(file, 'integrity_check')).toBe('ok')
    },
  )
})

it('a new database is for its owner alone, whoever may look into its folder', () => {
  chmodSync(folder, 0o755)
  const db = openDatabase(file, { role: 'durable' })
  const modes = ['', '-wal', '-shm'].map((suffix) => statSync(file + suffix).mode & 0o777)
  db.close()
  expect(modes).toEqual([0o600, 0o600, 0o600])
})

describe('S20 a database of a newer program', () => {
  const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

  it('is left as it is, what stands in its write-ahead log included', () => {
    leaveAt(50)
    const writer = new Database(file)
    writer.pragma('wal_autocheckpoint = 0')
    writer.exec('UPDATE command SET attempts = 7; PRAGMA user_version = 9999')
    const files = ['', '-wal'].map((suffix) => file + suffix)
    const copies = files.map((path) => readFileSync(path))
    const before = copies.map((bytes) => createHash('sha256').update(bytes).digest('hex'))
    expect(copies[1]?.length).toBeGreaterThan(0)
    expect(() => openDatabase(file, { role: 'durable' })).toThrow("the database's schema 9999 is newer")
    expect(files.map(digest)).toEqual(before)
    writer.close()
  })
})
