import type { FileFormat } from '../../shared/contract/documents.ts'
import type { SavePlace } from '../../shared/contract/saving.ts'
import type { AuditEntry } from '../audit/audit.ts'
import { auditSubjectOf } from '../documents/documentTypes.ts'
import type { AuthorizedDocument, FiledDocument } from './documents.ts'
import { auditName } from '../session/actor.ts'
import type { Session } from '../session/counter.ts'
import { actorOf } from '../session/person.ts'

interface Saving {
  authorized: AuthorizedDocument
  session: Session
  format: FileFormat
  filed: Pick<FiledDocument, 'kind' | 'copyNumber'>
  place: SavePlace['kind'] | 'phone'
  /** `saved`, or the problem's code; to a phone first `offered`, then `fetched`. */
  outcome: string
}

/** What is kept of a file that was saved, or was to be. */
export function entryOf({ authorized, session, format, filed, place, outcome }: Saving): AuditEntry {
  const { ref, accountId } = authorized
  return {
    who: auditName(actorOf(session.person)),
    what: 'document.saved',
    subject: { ...(accountId !== null && { accountId }), ...auditSubjectOf(ref) },
    outcome,
    detail: { kind: filed.kind, copyNumber: filed.copyNumber, format, place },
  }
}
