import type { ReadableDb, WritableDb } from '../cache/db.ts'
import { query, statement } from '../cache/statement.ts'
import type { Journal } from '../outbox/journal.ts'
import { addClosings, closingsOf } from './closings.ts'
import { uniteCommands } from './commandRows.ts'
import { insertRow, rowsOf, type Row } from './rows.ts'

/** What is known of the durable data. Both databases are sound and of the newest version. */
interface Sources {
  /** What could be taken out of the damaged file. */
  rescued: ReadableDb
  /** The newest sound copy. */
  backup: ReadableDb | null
  journal: Journal
}

export interface United {
  commands: number
  /** Known to the journal alone. */
  fromJournal: number
  audit: number
  printJobs: number
}

/** Fills a new database with everything that any of the sources knows. In the caller's transaction, which checks foreign keys at its end. */
export function unite(db: WritableDb, sources: Sources): United {
  const { rescued, backup, journal } = sources
  const known = new Set([rescued, backup].flatMap((each) => (each ? rowsOf(each, 'command') : [])).map(({ id }) => id))
  uniteCommands({ file: rowsOf(rescued, 'command'), backup: backup ? rowsOf(backup, 'command') : [], journal: journal.entries }).forEach((row) =>
    insertRow(db, 'command', row),
  )
  // In the damaged file a byte of the clerk's words may have changed unnoticed.
  addClosings(db, [...closingsOf(backup), ...journal.closings, ...closingsOf(rescued)])
  // What never changes is taken from the copy first, which is known to be sound.
  // How an online payment stands may be older there: the utility is asked again anyway, but by a key that is not the true one it would open another.
  for (const table of ['audit', 'incident', 'online_payment', 'day_signature']) fill(db, table, [backup, rescued])
  noteEnded(db, rescued)
  for (const table of ['enrolment', 'service_state']) replaceOnly(db, table, backup, rescued)
  unitePrintJobs(db, sources)
  for (const source of [rescued, backup]) if (source) raise(db, source)
  raiseByJobs(db)
  return {
    commands: count(db, 'command'),
    fromJournal: journal.entries.filter(({ id }) => !known.has(id)).length,
    audit: count(db, 'audit'),
    printJobs: count(db, 'print_job'),
  }
}

/** An online payment that the copy knows as open, and the damaged file as ended. */
function noteEnded(db: WritableDb, rescued: ReadableDb): void {
  for (const { id, state } of query<[], Row>(rescued, "SELECT id, state FROM online_payment WHERE state IN ('paid', 'failed', 'expired')").iterate()) {
    db.prepare("UPDATE online_payment SET state = ? WHERE id = ? AND state = 'pending'").run(state, id)
  }
}

/** Each source's rows where no earlier one had them. */
function fill(db: WritableDb, table: string, sources: readonly (ReadableDb | null)[]): void {
  for (const source of sources) {
    if (!source) continue
    for (const row of query<[], Row>(source, `SELECT * FROM ${table} ORDER BY rowid`).iterate()) insertRow(db, table, row)
  }
}

/** A table of one row. */
function replaceOnly(db: WritableDb, table: string, ...sources: readonly (ReadableDb | null)[]): void {
  const row = sources.flatMap((source) => (source ? rowsOf(source, table) : []))[0]
  if (!row) return
  db.exec(`DELETE FROM ${table}`)
  insertRow(db, table, row)
}

/**
 * The damaged file knows best what became of a job. Of one that only the copy has, what was open then may have been printed since: nobody knows.
 * A job whose successor is lost may be asked for once more.
 */
function unitePrintJobs(db: WritableDb, { rescued, backup }: Sources): void {
  for (const row of rowsOf(rescued, 'print_job')) insertRow(db, 'print_job', row)
  for (const row of backup ? rowsOf(backup, 'print_job') : []) {
    const isOpen = row.state === 'queued' || row.state === 'sent'
    insertRow(db, 'print_job', isOpen ? { ...row, state: 'unknown' } : row)
  }
  db.exec('UPDATE print_job SET replaced_by = NULL WHERE replaced_by NOT IN (SELECT id FROM print_job)')
}

/** What only counts upwards: the highest that anybody knows. */
function raise(db: WritableDb, source: ReadableDb): void {
  for (const { series, day, last_number } of rowsOf(source, 'folio_day')) {
    const sql = `INSERT INTO folio_day (series, day, last_number) VALUES (?, ?, ?)
      ON CONFLICT (series, day) DO UPDATE SET last_number = max(last_number, excluded.last_number)`
    statement(db, sql).run(series, day, last_number)
  }
  for (const { day, last_number } of rowsOf(source, 'turn_day')) {
    const sql = `INSERT INTO turn_day (day, last_number) VALUES (?, ?)
      ON CONFLICT (day) DO UPDATE SET last_number = max(last_number, excluded.last_number)`
    statement(db, sql).run(day, last_number)
  }
  for (const { invoice_id, last_number } of rowsOf(source, 'invoice_copy')) raiseCopy(db, invoice_id, last_number)
  for (const { last_number } of rowsOf(source, 'copy_floor')) statement(db, 'UPDATE copy_floor SET last_number = max(last_number, ?)').run(last_number)
  for (const { misses } of rowsOf(source, 'lookup_throttle')) statement(db, 'UPDATE lookup_throttle SET misses = max(misses, ?)').run(misses)
  for (const { bucket, misses } of rowsOf(source, 'sign_in_throttle')) raiseMisses(db, 'sign_in_throttle', 'bucket', bucket, misses)
  for (const { clerk, misses } of rowsOf(source, 'clerk_throttle')) raiseMisses(db, 'clerk_throttle', 'clerk', clerk, misses)
}

function raiseMisses(db: WritableDb, table: string, key: string, counted: Row[string] | undefined, misses: Row[string] | undefined): void {
  const sql = `INSERT INTO ${table} (${key}, misses) VALUES (?, ?) ON CONFLICT (${key}) DO UPDATE SET misses = max(misses, excluded.misses)`
  statement(db, sql).run(counted, misses)
}

/** Numbers that jobs and the audit record were given too. */
function raiseByJobs(db: WritableDb): void {
  const jobs = "SELECT document_id AS invoiceId, copy_number AS number FROM print_job WHERE kind IN ('duplicate', 'original')"
  const audited = `
    SELECT json_extract(subject, '$.invoiceId') AS invoiceId, json_extract(detail, '$.copyNumber') AS number
    FROM audit WHERE json_extract(detail, '$.copyNumber') > 0`
  for (const { invoiceId, number } of db.prepare<[], { invoiceId: string | null; number: number }>(`${jobs} UNION ALL ${audited}`).all()) {
    if (invoiceId !== null) raiseCopy(db, invoiceId, number)
  }
  db.exec(`INSERT INTO turn_day (day, last_number) SELECT document_id, max(copy_number) FROM print_job WHERE kind = 'turn' GROUP BY document_id
    ON CONFLICT (day) DO UPDATE SET last_number = max(last_number, excluded.last_number)`)
}

function raiseCopy(db: WritableDb, invoiceId: Row[string] | undefined, number: Row[string] | undefined): void {
  const sql = `INSERT INTO invoice_copy (invoice_id, last_number) VALUES (?, ?)
    ON CONFLICT (invoice_id) DO UPDATE SET last_number = max(last_number, excluded.last_number)`
  statement(db, sql).run(invoiceId, number)
}

const count = (db: ReadableDb, table: string): number => query<[], number>(db, `SELECT count(*) FROM ${table}`).pluck().get() ?? 0
