import type { PrinterRole } from '../../shared/contract/printing.ts'
import type { ReadableDb, WritableDb } from '../cache/db.ts'
import { query, statement } from '../cache/statement.ts'
import { readPrintable } from './documentOf.ts'
import type { StoredJob } from './job.ts'

const columns = {
  id: 'id',
  sessionId: 'session_id',
  accountId: 'account_id',
  kind: 'kind',
  document: 'document',
  printer: 'printer',
  documentId: 'document_id',
  documentName: 'document_name',
  who: 'who',
  businessDate: 'business_date',
  askedAt: 'asked_at',
  copyNumber: 'copy_number',
  sheets: 'sheets',
  state: 'state',
  problem: 'problem',
  sentAt: 'sent_at',
  printerRef: 'printer_ref',
  cameOut: 'came_out',
  trouble: 'trouble',
  replacedBy: 'replaced_by',
  reprintOf: 'reprint_of',
  reprintReason: 'reprint_reason',
  reprintNote: 'reprint_note',
} as const satisfies Record<keyof StoredJob, string>

const names = Object.keys(columns) as (keyof StoredJob)[]
const SELECT = `SELECT ${names.map((name) => `${columns[name]} AS ${name}`).join(', ')} FROM print_job`
const INSERT = `INSERT INTO print_job (${Object.values(columns).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`

/** What a job is of, and for which printer, never changes. */
export type JobChange = Partial<Omit<StoredJob, 'id' | 'document' | 'printer'>>

/** A job as its columns hold it. */
type JobRow = Omit<StoredJob, 'document'> & { document: string }

export function insertJob(db: WritableDb, job: StoredJob): void {
  const row: JobRow = { ...job, document: JSON.stringify(job.document) }
  statement<unknown[], void>(db, INSERT).run(...names.map((name) => row[name]))
}

export function updateJob(db: WritableDb, id: string, change: JobChange): void {
  const changed = names.filter((name) => name in change) as (keyof JobChange)[]
  if (changed.length === 0) return
  const assignments = changed.map((name) => `${columns[name]} = ?`).join(', ')
  const values = changed.map((name) => change[name])
  statement<unknown[], void>(db, `UPDATE print_job SET ${assignments} WHERE id = ?`).run(...values, id)
}

/** Leaves out a row whose document cannot be read, as a recovery may bring one back. */
function toJob({ document: json, ...row }: JobRow): StoredJob[] {
  const document = readPrintable(json)
  return document ? [{ ...row, document }] : []
}

export const findJob = (db: ReadableDb, id: string): StoredJob | undefined => query<[string], JobRow>(db, `${SELECT} WHERE id = ?`).all(id).flatMap(toJob)[0]

/** Queued or sent, in the order in which they were asked for; of one printer, or of all. */
export const openJobs = (db: ReadableDb, printer?: PrinterRole): StoredJob[] =>
  query<[PrinterRole | null], JobRow>(db, `${SELECT} WHERE state IN ('queued', 'sent') AND printer = coalesce(?, printer) ORDER BY seq`)
    .all(printer ?? null)
    .flatMap(toJob)

/** The newest of one account. */
export const jobsOfAccount = (db: ReadableDb, accountId: string, most: number): StoredJob[] =>
  query<[string, number], JobRow>(db, `${SELECT} WHERE account_id = ? ORDER BY business_date DESC, seq DESC LIMIT ?`).all(accountId, most).flatMap(toJob)

const ASKS = "state = 'unknown' AND came_out IS NULL"

/** Of unknown end, of which nobody has said whether they came out; newest first. */
export const askingJobs = (db: ReadableDb, most: number): StoredJob[] =>
  query<[number], JobRow>(db, `${SELECT} WHERE ${ASKS} ORDER BY seq DESC LIMIT ?`).all(most).flatMap(toJob)

export const countAsking = (db: ReadableDb): number => query<[], number>(db, `SELECT count(*) FROM print_job WHERE ${ASKS}`).pluck().get() ?? 0

/** So many of the others, newest first, before that one where it is given. */
export function otherJobs(db: ReadableDb, before: string | null, most: number): StoredJob[] {
  const sql = `${SELECT} WHERE NOT (${ASKS}) AND seq < ifnull((SELECT seq FROM print_job WHERE id = @before), ${Number.MAX_SAFE_INTEGER})
    ORDER BY seq DESC LIMIT @most`
  return query<[object], JobRow>(db, sql).all({ before, most }).flatMap(toJob)
}
