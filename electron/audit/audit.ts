import type { WritableDb } from '../cache/db.ts'
import { statement } from '../cache/statement.ts'
import type { Clock } from '../clock.ts'
import type { AuditName } from '../session/actor.ts'

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
    | 'clerk.signedIn'
    | 'clerk.signInFailed'
    | 'clerk.signedOut'
    | 'clerk.locked'
    | 'clerk.unlocked'
    | 'clerk.handedOver'
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

const INSERT = `INSERT INTO audit (at, who, what, subject, printer, outcome, detail) VALUES (?, ?, ?, ?, ?, ?, ?)`

/** What happened, append-only: the table itself refuses changes and deletions. */
export function createAudit({ db, clock }: { db: WritableDb; clock: Clock }): Audit {
  return {
    record({ who, what, subject, printer, outcome, detail }) {
      const at = new Date(clock.now()).toISOString()
      const details = detail ? JSON.stringify(detail) : null
      const kept = [at, who, what, JSON.stringify(subject), printer ?? null, outcome ?? null, details]
      statement<typeof kept, void>(db, INSERT).run(...kept)
    },
  }
}
