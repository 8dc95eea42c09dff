import type { Db } from '../cache/db.ts'
import { statement } from '../cache/statement.ts'
import type { StoredJob } from './job.ts'

const columns = {
  id: 'id',
  sessionId: 'session_id',
  accountId: 'account_id',
  invoiceId: 'invoice_id',
  invoiceNumber: 'invoice_number',
  who: 'who',
  businessDate: 'business_date',
  kind: 'kind',
  copyNumber: 'copy_number',
  sheets: 'sheets',
  state: 'state',
  problem: 'problem',
  sentAt: 'sent_at',
  printerRef: 'printer_ref',
  cameOut: 'came_out',
  trouble: 'trouble',
  replacedBy: 'replaced_by',
} as const satisfies Record<keyof StoredJob, string>

const names = Object.keys(columns) as (keyof StoredJob)[]
const SELECT = `SELECT ${names.map((name) => `${columns[name]} AS ${name}`).join(', ')} FROM print_job`
const INSERT = `INSERT INTO print_job (asked_at, ${Object.values(columns).join(', ')}) VALUES (?${', ?'.repeat(names.length)})`

export type JobChange = Partial<Omit<StoredJob, 'id'>>

export function insertJob(db: Db, job: StoredJob, askedAt: number): void {
  statement<unknown[], void>(db, INSERT).run(askedAt, ...names.map((name) => job[name]))
}

export function updateJob(db: Db, id: string, change: JobChange): void {
  const changed = names.filter((name) => name in change && name !== 'id') as (keyof JobChange)[]
  if (changed.length === 0) return
  const assignments = changed.map((name) => `${columns[name]} = ?`).join(', ')
  const values = changed.map((name) => change[name])
  statement<unknown[], void>(db, `UPDATE print_job SET ${assignments} WHERE id = ?`).run(...values, id)
}

export const findJob = (db: Db, id: string): StoredJob | undefined =>
  statement<[string], StoredJob>(db, `${SELECT} WHERE id = ?`).get(id)

const OPEN = `state IN ('queued', 'sent')`

export const openJobs = (db: Db): StoredJob[] => statement<[], StoredJob>(db, `${SELECT} WHERE ${OPEN} ORDER BY seq`).all()

export const openJobsOfSession = (db: Db, sessionId: string): StoredJob[] =>
  statement<[string], StoredJob>(db, `${SELECT} WHERE session_id = ? AND ${OPEN} ORDER BY seq`).all(sessionId)

export const nextQueuedJob = (db: Db): StoredJob | undefined =>
  statement<[], StoredJob>(db, `${SELECT} WHERE state = 'queued' ORDER BY seq LIMIT 1`).get()

/** The next number of a copy of that invoice; never given again. */
export function takeCopyNumber(db: Db, invoiceId: string): number {
  const sql = `INSERT INTO invoice_copy (invoice_id, last_number) VALUES (?, 1)
    ON CONFLICT (invoice_id) DO UPDATE SET last_number = last_number + 1 RETURNING last_number AS number`
  const row = statement<[string], { number: number }>(db, sql).get(invoiceId)
  if (!row) throw new Error('no copy number was given')
  return row.number
}
