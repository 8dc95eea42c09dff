import type { WritableDb } from '../cache/db.ts'
import { query, statement } from '../cache/statement.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { Clock } from '../clock.ts'
import type { AuditName } from '../session/actor.ts'
import { linkAfter, START, type ChainedRow } from './chain.ts'
import { advanceHead, readStoredHead } from './head.ts'

/** What is kept for good. Identifiers only: names, addresses and amounts have no place in it. */
export interface AuditEntry {
  who: AuditName
  what:
    | 'print.requested'
    | 'print.sent'
    | 'print.accepted'
    | 'print.postponed'
    | 'print.ended'
    | 'print.cancelAsked'
    | 'print.answered'
    | 'print.retried'
    | 'document.saved'
    | 'service.changed'
    | 'command.filed'
    | 'command.delivered'
    | 'command.refused'
    | 'command.corrected'
    | 'command.closed'
    | 'payment.asked'
    | 'payment.opened'
    | 'payment.ended'
    | 'customer.signedIn'
    | 'customer.signInFailed'
    | 'customer.signedOut'
    | 'customer.registered'
    | 'customer.activated'
    | 'customer.renewalAsked'
    | 'customer.passwordRenewed'
    | 'customer.passwordChanged'
    | 'customer.emailChangeAsked'
    | 'customer.emailChanged'
    | 'audit.recovered'
    | 'audit.restored'
    | 'clerk.signedIn'
    | 'clerk.signInFailed'
    | 'clerk.signedOut'
    | 'clerk.locked'
    | 'clerk.unlocked'
    | 'clerk.handedOver'
    | 'assist.opened'
    | 'assist.closed'
    | 'assist.contactShown'
    | 'day.signed'
  /** What it was done to: `{ accountId, invoiceId, jobId }` and the like. */
  subject: Record<string, string>
  printer?: string
  outcome?: string
  detail?: Record<string, string | number | boolean | null>
}

export interface Audit {
  /** Writes one row; inside the caller's transaction, so that the action and its record are stored together or not at all. */
  record(entry: AuditEntry): void
}

const INSERT = `INSERT INTO audit (seq, at, who, what, subject, printer, outcome, detail, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** As SQLite numbers the rows of a table whose numbers are never given twice. */
const NEXT = `SELECT 1 + max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'audit'), 0), coalesce((SELECT max(seq) FROM audit), 0))`

/** What happened, append-only: the table itself refuses changes and deletions, and each row bears the hash of all before it (decision 43). */
export function createAudit({ db, clock }: { db: WritableDb; clock: Clock }): Audit {
  const append = ({ who, what, subject, printer, outcome, detail }: AuditEntry): void => {
    const at = new Date(clock.now()).toISOString()
    const kept = [at, who, what, JSON.stringify(subject), printer ?? null, outcome ?? null, detail ? JSON.stringify(detail) : null] as const
    const seq = query<[], number>(db, NEXT).pluck().get() ?? 1
    // By the head and not by the last row: rows that are taken away from the end are missed by the next one.
    const prev = readStoredHead(db)?.hash ?? START
    const hash = linkAfter(prev, toChain(seq, kept))
    statement(db, INSERT).run(seq, ...kept, prev, hash)
    advanceHead(db, seq, hash)
  }
  // Both or neither, also where the caller has no transaction.
  return { record: (entry) => inTransaction(db, () => append(entry)) }
}

type Kept = readonly [at: string, who: string, what: string, subject: string, printer: string | null, outcome: string | null, detail: string | null]

function toChain(seq: number, [at, who, what, subject, printer, outcome, detail]: Kept): ChainedRow {
  return { seq: String(seq), at, who, what, subject, printer, outcome, detail }
}
