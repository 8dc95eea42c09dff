import { MOST_PAPERS, MOST_READINGS, type ServedCustomer } from '../../shared/contract/assist.ts'
import type { EventOf, HandlersOf } from '../../shared/contract/index.ts'
import { maskDocument } from '../../shared/domain/masking.ts'
import { failure, success } from '../../shared/result.ts'
import type { Account } from '../../shared/utility-api/generated/types.gen.ts'
import type { AuditEntry } from '../audit/audit.ts'
import type { PersonAudit } from '../audit/personAudit.ts'
import type { ReadableDb } from '../cache/db.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { findZone } from '../cache/queries/zones.ts'
import { knownReadings } from '../filings/filedReadings.ts'
import type { StoredJob } from '../printing/job.ts'
import { jobsOfAccount } from '../printing/jobTable.ts'
import type { Counter, Session } from '../session/counter.ts'
import type { AccountAccess } from './accountAccess.ts'
import { consumptionRows } from './consumptionRows.ts'

export type AssistAudit = PersonAudit<Extract<AuditEntry['what'], `assist.${string}`>>

interface AssistParts {
  db: ReadableDb
  counter: Pick<Counter, 'current' | 'serve'>
  accounts: AccountAccess
  audit: AssistAudit
}

/** A clerk serves a customer: what is asked for from then on is theirs, and the clerk is who asked. */
export function createAssistService({ db, counter, accounts, audit }: AssistParts) {
  return {
    'assist.open': ({ accountId }) => {
      if (!servingOf(db, accountId)) return failure({ code: 'account-withdrawn' })
      // Who opened an account is on the disk before they see any of it.
      audit.record(counter.current().person, 'assist.opened', 'opened', { accountId })
      return counter.serve(accountId) ? success({}) : failure({ code: 'not-allowed' })
    },
    'assist.close': () => (counter.serve(null) ? success({}) : failure({ code: 'not-allowed' })),
    'assist.customer': ({ accountId }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const { account, header, db: read } = opened.value
      const { contractNumber = null, meterNumber, tariff } = account
      return success({
        ...{ account: header, document: documentOf(account), contractNumber, meterNumber, tariff },
        readings: consumptionRows(knownReadings(read, accountId)).slice(0, MOST_READINGS),
        papers: jobsOfAccount(db, accountId, MOST_PAPERS).map(describePaper),
      })
    },
  } satisfies HandlersOf<'assist'>
}

/** The account whose customer is served, as the page is told of it; null where the utility has it no longer. */
export function servingOf(db: ReadableDb, accountId: string | null): EventOf<'assist.changed'>['serving'] {
  const account = accountId === null ? null : findAccount(db, accountId)
  return account && findZone(db, account.zoneId) ? { accountId: account.id, zoneId: account.zoneId } : null
}

/** Notes that a customer's visit is over, if there was one; `why`: another took their place, or what ended the clerk's session. */
export function noteClosed(audit: AssistAudit, { person }: Session, why: string): void {
  if (person.kind === 'clerk' && person.serving !== null) audit.note(person, 'assist.closed', why, { accountId: person.serving })
}

const documentOf = ({ holder: { documentType, documentNumber } }: Account): ServedCustomer['document'] =>
  documentNumber.trim() === '' ? null : { type: documentType.trim() || null, number: maskDocument(documentNumber.trim()) }

const describePaper = ({ id, kind, documentName, askedAt, state }: StoredJob): ServedCustomer['papers'][number] => ({
  jobId: id,
  kind,
  name: documentName,
  askedAt: new Date(askedAt).toISOString(),
  state,
})
