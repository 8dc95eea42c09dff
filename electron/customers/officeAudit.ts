import type { Audit, AuditEntry } from '../audit/audit.ts'
import type { WritableDb } from '../cache/db.ts'
import { inTransaction } from '../cache/transaction.ts'
import { isStorageFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { auditName } from '../session/actor.ts'
import { actorOf, type Person } from '../session/person.ts'

type OfficeEvent = Extract<AuditEntry['what'], `customer.${string}`>

export interface OfficeAudit {
  /** What has to be on the disk before it is so. Throws what the disk throws. */
  record(person: Person, what: OfficeEvent, outcome: string): void
  /** What the utility has done already: a disk that takes nothing denies none of it. */
  note(person: Person, what: OfficeEvent, outcome: string): void
}

/** Who did what at the online office, and how it ended: no login, address or code. */
export function createOfficeAudit({ db, audit, log }: { db: WritableDb; audit: Audit; log: Log }): OfficeAudit {
  const record: OfficeAudit['record'] = (person, what, outcome) =>
    inTransaction(db, () => audit.record({ who: auditName(actorOf(person)), what, subject: {}, outcome }))
  return {
    record,
    note(person, what, outcome) {
      try {
        record(person, what, outcome)
      } catch (error) {
        if (!isStorageFault(error)) throw error
        log.warn({ code: error.code, what, outcome }, 'not stored in the audit')
      }
    },
  }
}
