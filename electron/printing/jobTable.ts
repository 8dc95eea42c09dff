import type { Db } from '../cache/db.ts'
import { statement } from '../cache/statement.ts'
import type { AskedKind, StoredJob } from './job.ts'

const columns = {
  id: 'id',
  sessionId: 'session_id',
  accountId: 'account_id',
  kind: 'kind',
  documentId: 'document_id',
  documentName: 'document_name',
  who: 'who',
  businessDate: 'business_date',
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

/** Queued or sent, in the order in which they were asked for. */
export const openJobs = (db: Db): StoredJob[] =>
  statement<[], StoredJob>(db, `${SELECT} WHERE state IN ('queued', 'sent') ORDER BY seq`).all()

/** The next number of a copy of that document; never given again. In the transaction that stores what bears it. */
export function takeCopyNumber(db: Db, { kind, documentId }: { kind: AskedKind; documentId: string }): number {
  const number =
    kind === 'duplicate'
      ? statement<[string], number>(db, NEXT_OF_INVOICE).pluck().get(documentId)
      : statement<[string, string], number>(db, NEXT_BY_JOBS).pluck().get(documentId, kind)
  if (number === undefined) throw new Error('no copy number was given')
  return number
}

/** A duplicate is worth money: its numbers outlive the jobs. */
const NEXT_OF_INVOICE = `
  INSERT INTO invoice_copy (invoice_id, last_number) VALUES (?, (SELECT last_number FROM copy_floor) + 1)
  ON CONFLICT (invoice_id) DO UPDATE SET last_number = last_number + 1 RETURNING last_number`

const NEXT_BY_JOBS = `SELECT coalesce(max(copy_number), 0) + 1 FROM print_job WHERE document_id = ? AND kind = ?`
