import type { WritableDb } from '../cache/db.ts'
import { inTransaction } from '../cache/transaction.ts'
import { isStorageFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { auditName } from '../session/actor.ts'
import { actorOf, type Person } from '../session/person.ts'
import type { Audit, AuditEntry } from './audit.ts'

type Subject = AuditEntry['subject']

/** Events of one area, as what whoever stands at the counter did. */
export interface PersonAudit<Event extends AuditEntry['what']> {
  /** What has to be on the disk before it is so. Throws what the disk throws. */
  record(person: Person, what: Event, outcome: string, subject?: Subject): void
  /** What is so already: a disk that takes nothing denies none of it. */
  note(person: Person, what: Event, outcome: string, subject?: Subject): void
}

export function createPersonAudit<Event extends AuditEntry['what']>({ db, audit, log }: { db: WritableDb; audit: Audit; log: Log }): PersonAudit<Event> {
  const record: PersonAudit<Event>['record'] = (person, what, outcome, subject = {}) =>
    inTransaction(db, () => audit.record({ who: auditName(actorOf(person)), what, subject, outcome }))
  return {
    record,
    note(person, what, outcome, subject) {
      try {
        record(person, what, outcome, subject)
      } catch (error) {
        if (!isStorageFault(error)) throw error
        log.warn({ code: error.code, what, outcome }, 'not stored in the audit')
      }
    },
  }
}
