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

/** What a stored job, or a new one without an id yet, is counted by. Each printer's paper is counted separately. */
export type SheetUse = Pick<StoredJob, 'sessionId' | 'accountId' | 'businessDate' | 'document' | 'printer'> & { id?: string; reprintOf?: string | null }

/** The jobs that count: all but those that certainly printed nothing. */
const SPENT = `state <> 'failed' AND NOT (state = 'cancelled' AND sent_at IS NULL)`

/** Which limit one more job would exceed. A job that is not drawn yet counts as one sheet. */
export function limitReached(db: ReadableDb, use: SheetUse, limits: SheetLimits): ProblemCode | null {
  return isUnlimitedFirstCopy(db, use) ? null : overLimit(usedSheets(db, use, 'coalesce(sheets, 1)'), 1, limitsOf(use, limits))
}

/** Which limit a job exceeds now that its sheets are known. Only jobs drawn before it count, so that of two jobs the first is printed. */
export function exceedsLimit(db: ReadableDb, use: SheetUse, sheets: number, limits: SheetLimits): ProblemCode | null {
  return isUnlimitedFirstCopy(db, use) ? null : overLimit(usedSheets(db, use, 'coalesce(sheets, 0)'), sheets, limitsOf(use, limits))
}

/** Of one document so many may be said not to have come out: a printer that never tells what it did may have printed them all. */
const MOST_LOST = 3

/** The first copy of a receipt, not printed yet: whoever filed a request gets it, however much they printed before. */
function isUnlimitedFirstCopy(db: ReadableDb, { id = '', document, businessDate }: SheetUse): boolean {
  if (!documentType(document.kind).firstCopyUnlimited) return false
  const sql = `SELECT count(*) FILTER (WHERE came_out IS NOT 'no' AND id <> ?) = 0 AND count(*) FILTER (WHERE came_out = 'no') < ${MOST_LOST}
    FROM print_job WHERE document_id = ? AND kind = ? AND ${SPENT}`
  return query<string[], number>(db, sql).pluck().get(id, documentIdOf(document, businessDate), document.kind) === 1
}

interface AllLimits extends SheetLimits {
  /** Of the kind, at this kiosk. */
  perDay: number
}

/** A clerk serves many customers in one session: their reprints are counted by account and kind alone. */
const limitsOf = ({ document, reprintOf = null }: SheetUse, { perVisit, perAccountAndDay }: SheetLimits): AllLimits => ({
  perVisit: reprintOf === null ? perVisit : Infinity,
  perAccountAndDay,
  perDay: documentType(document.kind).mostPerDay ?? Infinity,
})

function overLimit(used: Used, more: number, limits: AllLimits): ProblemCode | null {
  // No other visit would print it either.
  if (more > limits.perVisit) return 'sheet-limit-document'
  if (used.visit + more > limits.perVisit) return 'sheet-limit-visit'
  if (used.account + more > limits.perAccountAndDay) return 'sheet-limit-account'
  return used.day + more > limits.perDay ? 'sheet-limit-day' : null
}

interface Used {
  visit: number
  account: number
  day: number
}

/** A job without an account is counted in its visit, and where its kind has a limit of its own in the day. */
function usedSheets(db: ReadableDb, { sessionId, accountId, businessDate, document: { kind }, printer }: SheetUse, sheets: string): Used {
  const total = (where: string) => `SELECT coalesce(sum(${sheets}), 0) FROM print_job WHERE ${where} AND printer = @printer AND ${SPENT}`
  const today = 'business_date = @businessDate'
  const sql = `SELECT (${total('session_id = @sessionId')}) AS visit, (${total(`account_id = @accountId AND ${today}`)}) AS account,
    (${total(`kind = @kind AND ${today}`)}) AS day`
  const used = query<[Record<string, string | null>], Used>(db, sql).get({ sessionId, accountId, businessDate, kind, printer })
  return used ?? { visit: 0, account: 0, day: 0 }
}
