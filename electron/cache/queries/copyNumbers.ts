import type { ReadableDb, WritableDb } from '../db.ts'
import { query, statement } from '../statement.ts'

/** Its numbers outlive the jobs: a duplicate is worth money. */
const NEXT_OF_INVOICE = `
  INSERT INTO invoice_copy (invoice_id, last_number) VALUES (?, (SELECT last_number FROM copy_floor) + 1)
  ON CONFLICT (invoice_id) DO UPDATE SET last_number = last_number + 1 RETURNING last_number`

const NEXT_BY_JOBS = 'SELECT coalesce(max(copy_number), 0) + 1 FROM print_job WHERE document_id = ? AND kind = ?'

/** The next copy of an invoice. In the transaction that stores what bears it. */
export function takeInvoiceCopyNumber(db: WritableDb, invoiceId: string): number {
  const number = statement<[string], number>(db, NEXT_OF_INVOICE).pluck().get(invoiceId)
  if (number === undefined) throw new Error('no copy number was given')
  return number
}

/** The next copy of a paper that is counted by its print jobs. In the transaction that stores the job. */
export const takeNumberByJobs =
  (kind: string) =>
  (db: ReadableDb, countedBy: string): number =>
    query<[string, string], number>(db, NEXT_BY_JOBS).pluck().get(countedBy, kind) ?? 1
