import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrate } from '../../../electron/cache/migrate.ts'
import { migrations } from '../../../electron/cache/migrations/index.ts'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { findJob, openJobs, otherJobs } from '../../../electron/printing/jobTable.ts'

let db: WritableDb
beforeEach(() => {
  db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(
    db,
    migrations.filter(({ version }) => version < 80),
  )
})
afterEach(() => db.close())

const addJob = (values: Record<string, string | number | null>): void => {
  const job = {
    session_id: 's-1',
    account_id: 'a-1',
    invoice_id: 'i-1',
    invoice_number: 'DE 4043 2503',
    who: 'invoiceHolder',
    business_date: '2026-11-21',
    asked_at: 1_795_278_120_000,
    kind: 'duplicate',
    copy_number: 1,
    state: 'confirmed',
    ...values,
  }
  const names = Object.keys(job)
  db.prepare(`INSERT INTO print_job (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(...Object.values(job))
}

it('jobs from before print jobs were of documents keep all that they say, and their place in the queue', () => {
  addJob({ id: 'j-3', kind: 'original', state: 'failed', problem: 'printer-offline', sheets: 2, seq: 12 })
  addJob({ id: 'j-2', copy_number: 2, sent_at: 1_795_278_121_000, printer_ref: 'job 7', seq: 9 })
  addJob({ id: 'j-1', state: 'unknown', came_out: 'no', trouble: 'illegible', replaced_by: 'j-2', seq: 4 })
  db.prepare('INSERT INTO invoice_copy (invoice_id, last_number) VALUES (?, ?)').run('i-1', 2)
  const document = JSON.stringify({ kind: 'duplicate', invoiceId: 'i-1' })
  const before = db
    .prepare(
      `SELECT *, NULL AS reprint_of, NULL AS reprint_reason, NULL AS reprint_note, invoice_id AS document_id, invoice_number AS document_name, ? AS document, 'documents' AS printer FROM print_job ORDER BY seq`,
    )
    .all(document) as Record<string, unknown>[]

  migrate(db, migrations)
  const expected = before.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith('invoice_'))))
  expect(db.prepare('SELECT * FROM print_job ORDER BY seq').all()).toEqual(expected)
  expect(expected.map(({ id }) => id)).toEqual(['j-1', 'j-2', 'j-3'])
  expect(db.prepare('SELECT last_number FROM invoice_copy').pluck().all()).toEqual([2])
})

it('a receipt from before jobs kept what they are of is of its command', () => {
  migrate(
    db,
    migrations.filter(({ version }) => version < 100),
  )
  db.exec(`
    INSERT INTO print_job (id, session_id, kind, document_id, document_name, who, business_date, asked_at, copy_number, state)
    VALUES ('j-1', 's-1', 'receipt', 'c-1', 'K07-20261121-00428', 'visitor', '2026-11-21', 0, 1, 'unknown')`)
  migrate(db, migrations)
  expect(findJob(db, 'j-1')).toMatchObject({ document: { kind: 'receipt', commandId: 'c-1' }, printer: 'documents' })
})

it('a job whose document a damaged disk made unreadable is nobody’s, and stops nothing', () => {
  migrate(db, migrations)
  db.exec(`
    INSERT INTO print_job (id, session_id, kind, document_id, document_name, who, business_date, asked_at, copy_number, state, document)
    VALUES ('j-1', 's-1', 'receipt', 'c-1', 'K07-20261121-00428', 'visitor', '2026-11-21', 0, 1, 'sent', '{"kinb":"receipt"}')`)
  expect([findJob(db, 'j-1'), openJobs(db), otherJobs(db, null, 9)]).toEqual([undefined, [], []])
})

it('afterwards a job points only at a job, and may be without an account', () => {
  migrate(db, migrations)
  const add = db.prepare(
    `INSERT INTO print_job (id, session_id, account_id, kind, document_id, document_name, who, business_date, asked_at, copy_number, state, replaced_by)
     VALUES (?, 's-1', NULL, 'receipt', 'c-1', 'K07-20261121-00428', 'visitor', '2026-11-21', 0, 1, 'queued', ?)`,
  )
  add.run('j-1', null)
  add.run('j-2', 'j-1')
  expect(() => add.run('j-3', 'nobody')).toThrow('FOREIGN KEY')
  expect(db.pragma('foreign_key_check')).toEqual([])
})
