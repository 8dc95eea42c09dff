import type { ProblemCode } from '../../shared/problems.ts'
import type { ReadableDb } from '../cache/db.ts'
import { query } from '../cache/statement.ts'
import { documentType } from '../documents/documentTypes.ts'
import { documentIdOf } from '../documents/documentTypes.ts'
import type { StoredJob } from './job.ts'

export interface SheetLimits {
  perVisit: number
  perAccountAndDay: number
}

/** Of a job, or of one that is asked for and has no id yet. The paper of each printer is counted for itself. */
export type SheetUse = Pick<StoredJob, 'sessionId' | 'accountId' | 'businessDate' | 'document' | 'printer'> & { id?: string }

/** A job that surely left no paper costs nothing; one that is not drawn yet counts as one sheet where it must. */
const SPENT = `state <> 'failed' AND NOT (state = 'cancelled' AND sent_at IS NULL)`

/** Whether one more job may be asked for, jobs that wait for their drawing counted as one sheet each. */
export function limitReached(db: ReadableDb, use: SheetUse, limits: SheetLimits): ProblemCode | null {
  return isUnlimitedFirstCopy(db, use) ? null : overLimit(usedSheets(db, use, 'coalesce(sheets, 1)'), 1, limits)
}

/** Whether a job that is now drawn goes over: against those drawn before it, so that of two the first is served. */
export function exceedsLimit(db: ReadableDb, use: SheetUse, sheets: number, limits: SheetLimits): ProblemCode | null {
  return isUnlimitedFirstCopy(db, use) ? null : overLimit(usedSheets(db, use, 'coalesce(sheets, 0)'), sheets, limits)
}

/** The first copy of a receipt, not printed yet: whoever filed a request gets it, however much they printed before. */
function isUnlimitedFirstCopy(db: ReadableDb, { id = '', document, businessDate }: SheetUse): boolean {
  if (!documentType(document.kind).firstCopyUnlimited) return false
  const sql = `SELECT 1 FROM print_job WHERE document_id = ? AND kind = ? AND id <> ? AND ${SPENT} AND came_out IS NOT 'no'`
  return query<string[], unknown>(db, sql).get(documentIdOf(document, businessDate), document.kind, id) === undefined
}

function overLimit(used: Used, more: number, limits: SheetLimits): ProblemCode | null {
  if (used.visit + more > limits.perVisit) return 'sheet-limit-visit'
  return used.account + more > limits.perAccountAndDay ? 'sheet-limit-account' : null
}

interface Used {
  visit: number
  account: number
}

/** Without an account there is only the visit to count. */
function usedSheets(db: ReadableDb, { sessionId, accountId, businessDate, printer }: SheetUse, sheets: string): Used {
  const total = (where: string) => `SELECT coalesce(sum(${sheets}), 0) FROM print_job WHERE ${where} AND printer = @printer AND ${SPENT}`
  const ofAccount = 'account_id = @accountId AND business_date = @businessDate'
  const sql = `SELECT (${total('session_id = @sessionId')}) AS visit, (${total(ofAccount)}) AS account`
  const used = query<[Record<string, string | null>], Used>(db, sql).get({ sessionId, accountId, businessDate, printer })
  return used ?? { visit: 0, account: 0 }
}
