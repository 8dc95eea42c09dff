import { randomUUID } from 'node:crypto'
import type { PrinterRole } from '../../shared/contract/printing.ts'
import { turnName } from '../../shared/domain/turns.ts'
import type { Audit, AuditEntry } from '../audit/audit.ts'
import type { WritableDb } from '../cache/db.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { Clock } from '../clock.ts'
import { isDatabaseFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { documentType } from '../documents/documentTypes.ts'
import type { PrintableRef } from '../../shared/contract/documents.ts'
import { auditSubjectOf, documentIdOf } from '../documents/documentTypes.ts'
import { isOpen, numberOf, type StoredJob } from './job.ts'
import { auditName, type Actor, type AuditName } from '../session/actor.ts'
import { findJob, insertJob, openJobs, updateJob, type JobChange } from './jobTable.ts'
import { createPendingWrites, type JobWrite } from './pendingWrites.ts'

/** A document that somebody at the counter asks for. */
export interface PrintOrder {
  sessionId: string
  /** Null for what was filed without an account. */
  accountId: string | null
  document: PrintableRef
  /** As the contract's `PrintJob` has it. */
  documentName: string
  who: Actor | { kind: 'staff' }
  businessDate: string
  /** A clerk asks for another copy of what that job printed. */
  reprint?: Pick<StoredJob, 'reprintOf' | 'reprintReason' | 'reprintNote'>
}

/**
 * The jobs on disk, of every printer. Each change is committed in one transaction with its audit row, and then announced. Intended changes
 * (`add`, `addAnother`, `change`, `changeQueued`) throw when the disk fails, and are rolled back; a change that has already happened (`record`)
 * is valid even when the disk fails, and is written later.
 */
export interface JobStore {
  find(id: string): StoredJob | undefined
  /** Queued or sent, in the order in which they were asked for; of one printer, or of all. */
  open(role?: PrinterRole): StoredJob[]
  /** Stores a queued job with its copy number. */
  add(order: PrintOrder, role: PrinterRole): StoredJob
  /** Stores a new copy of a job whose sheet did not come out. */
  addAnother(job: StoredJob): StoredJob
  change(id: string, what: AuditEntry['what'], change: JobChange): StoredJob
  /** Changes a job only while it is queued; else undefined. */
  changeQueued(id: string, what: AuditEntry['what'], change: JobChange): StoredJob | undefined
  /** `job` as it was last known. An empty change writes the audit row only; `who`: who made the change, if not the person who asked for the job. */
  record(job: StoredJob, what: AuditEntry['what'], change: JobChange, who?: AuditName): StoredJob
  recordIfQueued(job: StoredJob, what: AuditEntry['what'], change: JobChange): StoredJob | undefined
  /** Tries a last time to write what could not be written. */
  stop(): void
}

interface JobStoreParts {
  db: WritableDb
  clock: Clock
  log: Log
  audit: Audit | undefined
  /** For the audit. */
  printerNames: Record<PrinterRole, string>
  /** Milliseconds between two tries to write what has happened. */
  retry: number
  newId?: (() => string) | undefined
  announce: (job: StoredJob) => void
}

export function createJobStore(parts: JobStoreParts): JobStore {
  const { db } = parts
  const { pending, find, commit, record } = openJobWrites(parts)
  return {
    find,
    record,
    open: (role) =>
      openJobs(db, role)
        .map((job) => pending.latest(job.id) ?? job)
        .filter(isOpen),
    add(order, role) {
      const job = newJob(parts, { ...order, printer: role, who: auditName(order.who) })
      return commit(job.id, () => insert(parts, job))
    },
    addAnother: (job) =>
      commit(job.id, () => {
        const another = insert(parts, newJob(parts, job))
        apply(parts, job.id, { what: 'print.retried', change: { replacedBy: another.id } })
        return another
      }),
    change: (id, what, change) => commit(id, () => apply(parts, id, { what, change })),
    changeQueued: (id, what, change) => commit(id, () => (findJob(db, id)?.state === 'queued' ? apply(parts, id, { what, change }) : undefined)),
    recordIfQueued: (job, what, change) => (find(job.id)?.state === 'queued' ? record(job, what, change) : undefined),
    stop: () => pending.stop(),
  }
}

/** The rows, with the pending changes applied to them. */
function openJobWrites(parts: JobStoreParts) {
  const { db, announce } = parts
  const pending = createPendingWrites({ ...parts, write: (id) => void commit(id, () => undefined) })
  const find = (id: string): StoredJob | undefined => pending.latest(id) ?? findJob(db, id)

  /** Writes the pending changes of that job first. */
  function commit<T extends StoredJob | undefined>(id: string, work: () => T): T {
    const job = inTransaction(db, () => {
      for (const write of pending.of(id)) apply(parts, id, write)
      return work()
    })
    pending.clear(id)
    if (job) announce(job)
    return job
  }
  function record(job: StoredJob, what: AuditEntry['what'], change: JobChange, who = job.who): StoredJob {
    const write = { what, change, who }
    try {
      return commit(job.id, () => apply(parts, job.id, write))
    } catch (error) {
      if (!isDatabaseFault(error)) throw error
      const known = { ...(pending.latest(job.id) ?? job), ...change }
      pending.add(known, write)
      announce(known)
      return known
    }
  }
  return { pending, find, commit, record }
}

type Wanted = Pick<StoredJob, 'sessionId' | 'accountId' | 'document' | 'documentName' | 'printer' | 'who' | 'businessDate'> & Pick<PrintOrder, 'reprint'>
type NewJob = Omit<StoredJob, 'copyNumber'>

function newJob({ clock, newId = randomUUID }: JobStoreParts, wanted: Wanted): NewJob {
  const { sessionId, accountId, document, documentName, printer, who, businessDate, reprint } = wanted
  const documentId = documentIdOf(document, businessDate)
  const of = { kind: document.kind, document, documentId, documentName }
  return { ...blankJob, ...of, id: newId(), printer, askedAt: clock.now(), sessionId, accountId, who, businessDate, ...reprint }
}

function insert(parts: JobStoreParts, unnumbered: NewJob): StoredJob {
  const { db } = parts
  const { document, documentId } = unnumbered
  const copyNumber = documentType(document.kind).takeCopyNumber(db, documentId)
  // A turn is known by the number that it is given here.
  const documentName = document.kind === 'turn' ? turnName(copyNumber) : unnumbered.documentName
  const job = { ...unnumbered, copyNumber, documentName }
  insertJob(db, job)
  writeAudit(parts, 'print.requested', job)
  return job
}

function apply(parts: JobStoreParts, id: string, { what, change, who }: JobWrite): StoredJob {
  updateJob(parts.db, id, change)
  const job = findJob(parts.db, id)
  if (!job) throw new Error(`no print job ${id}`)
  writeAudit(parts, what, job, who)
  return job
}

function writeAudit({ audit, printerNames }: JobStoreParts, what: AuditEntry['what'], job: StoredJob, who = job.who): void {
  const { kind, document, accountId, sheets, problem, cameOut, trouble, reprintOf, reprintReason } = job
  const again: AuditEntry['detail'] = reprintOf === null ? {} : { reprintOf, reprintReason }
  audit?.record({
    who,
    what,
    subject: { jobId: job.id, ...auditSubjectOf(document), ...(accountId !== null && { accountId }) },
    printer: printerNames[job.printer],
    outcome: job.state,
    detail: { kind, copyNumber: numberOf(job), sheets, problem, ...(cameOut && { cameOut }), ...(trouble && { trouble }), ...again },
  })
}

const blankJob = {
  sheets: null,
  state: 'queued',
  problem: null,
  sentAt: null,
  printerRef: null,
  cameOut: null,
  trouble: null,
  replacedBy: null,
  reprintOf: null,
  reprintReason: null,
  reprintNote: null,
} as const satisfies Partial<StoredJob>
