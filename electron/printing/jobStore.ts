import { randomUUID } from 'node:crypto'
import type { PrinterRole } from '../../shared/contract/printing.ts'
import { turnName } from '../../shared/domain/turns.ts'
import type { Audit, AuditEntry } from '../audit/audit.ts'
import type { Db } from '../cache/db.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { createArrears, type Deed } from './pendingWrites.ts'
import { documentIdOf, subjectOf, type PrintableRef } from './documentOf.ts'
import { isOpen, numberOf, type StoredJob } from './job.ts'
import { auditName, type Actor, type AuditName } from '../session/actor.ts'
import { findJob, insertJob, openJobs, takeCopyNumber, updateJob, type JobChange } from './jobTable.ts'
import { isDiskTrouble } from './storing.ts'

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
}

/**
 * The jobs on disk. Every change stands in one transaction with its audit row, and is announced when it is committed. What is promised
 * (`add`, `addAnother`, `change`, `changeQueued`) throws when the disk refuses it, and is then undone; what has happened (`settle`) counts
 * whatever the disk says, and is written later.
 */
export interface JobLedger {
  find(id: string): StoredJob | undefined
  /** Queued or sent, in the order in which they were asked for. */
  open(): StoredJob[]
  /** Stores a queued job with its copy number. */
  add(order: PrintOrder): StoredJob
  /** Stores a new copy of a job whose sheet did not come out. */
  addAnother(job: StoredJob): StoredJob
  change(id: string, what: AuditEntry['what'], change: JobChange): StoredJob
  /** Changes it only if it is still queued; undefined when somebody was faster. */
  changeQueued(id: string, what: AuditEntry['what'], change: JobChange): StoredJob | undefined
  /** `job` as it was last known. An empty change records only that it happened; `who` did it where it was not whoever asked for the job. */
  settle(job: StoredJob, what: AuditEntry['what'], change: JobChange, who?: AuditName): StoredJob
  settleQueued(job: StoredJob, what: AuditEntry['what'], change: JobChange): StoredJob | undefined
  /** Tries a last time to write what could not be written. */
  stop(): void
}

interface LedgerParts {
  db: Db
  clock: Clock
  log: Log
  audit: Audit | undefined
  /** Jobs of this printer, and of no other. */
  role: PrinterRole
  printerName: string
  /** Milliseconds between two tries to write what has happened. */
  retry: number
  newId?: (() => string) | undefined
  announce: (job: StoredJob) => void
}

export function createLedger(parts: LedgerParts): JobLedger {
  const { db } = parts
  const { find, open, committed, settle, stop } = openBook(parts)
  return {
    find,
    open,
    add(order) {
      const job = newJob(parts, { ...order, who: auditName(order.who) })
      return committed(job.id, () => store(parts, job))
    },
    addAnother: (job) =>
      committed(job.id, () => {
        const another = store(parts, newJob(parts, job))
        apply(parts, job.id, { what: 'print.retried', change: { replacedBy: another.id } })
        return another
      }),
    change: (id, what, change) => committed(id, () => apply(parts, id, { what, change })),
    changeQueued: (id, what, change) => committed(id, () => (findJob(db, id)?.state === 'queued' ? apply(parts, id, { what, change }) : undefined)),
    settle,
    settleQueued: (job, what, change) => (find(job.id)?.state === 'queued' ? settle(job, what, change) : undefined),
    stop,
  }
}

/** The rows, and over them what is known and could not be written yet. */
function openBook(parts: LedgerParts) {
  const { db, announce } = parts
  const arrears = createArrears({ ...parts, write: (id) => void committed(id, () => undefined) })

  /** What is owed of that job goes first. */
  function committed<T extends StoredJob | undefined>(id: string, work: () => T): T {
    const job = inTransaction(db, () => {
      for (const deed of arrears.of(id)) apply(parts, id, deed)
      return work()
    })
    arrears.paid(id)
    if (job) announce(job)
    return job
  }
  function settle(job: StoredJob, what: AuditEntry['what'], change: JobChange, who = job.who): StoredJob {
    const deed = { what, change, who }
    try {
      return committed(job.id, () => apply(parts, job.id, deed))
    } catch (error) {
      if (!isDiskTrouble(error)) throw error
      const known = { ...(arrears.find(job.id) ?? job), ...change }
      arrears.owe(known, deed)
      announce(known)
      return known
    }
  }
  return {
    find(id: string): StoredJob | undefined {
      const job = arrears.find(id) ?? findJob(db, id)
      return job?.printer === parts.role ? job : undefined
    },
    open: (): StoredJob[] =>
      openJobs(db, parts.role)
        .map((job) => arrears.find(job.id) ?? job)
        .filter(isOpen),
    committed,
    settle,
    stop: () => arrears.stop(),
  }
}

type Wanted = Pick<StoredJob, 'sessionId' | 'accountId' | 'document' | 'documentName' | 'who' | 'businessDate'>
type NewJob = Omit<StoredJob, 'copyNumber'>

function newJob({ role, clock, newId = randomUUID }: LedgerParts, wanted: Wanted): NewJob {
  const { sessionId, accountId, document, documentName, who, businessDate } = wanted
  const documentId = documentIdOf(document, businessDate)
  const of = { kind: document.kind, document, documentId, documentName }
  return { ...blankJob, ...of, id: newId(), printer: role, askedAt: clock.now(), sessionId, accountId, who, businessDate }
}

function store(parts: LedgerParts, unnumbered: NewJob): StoredJob {
  const { db } = parts
  const { document, documentId } = unnumbered
  const copyNumber = takeCopyNumber(db, { kind: document.kind, documentId })
  // A turn is known by the number that it is given here.
  const documentName = document.kind === 'turn' ? turnName(copyNumber) : unnumbered.documentName
  const job = { ...unnumbered, copyNumber, documentName }
  insertJob(db, job)
  record(parts, 'print.requested', job)
  return job
}

function apply(parts: LedgerParts, id: string, { what, change, who }: Deed): StoredJob {
  updateJob(parts.db, id, change)
  const job = findJob(parts.db, id)
  if (!job) throw new Error(`no print job ${id}`)
  record(parts, what, job, who)
  return job
}

function record({ audit, printerName }: LedgerParts, what: AuditEntry['what'], job: StoredJob, who = job.who): void {
  const { kind, document, accountId, sheets, problem, cameOut, trouble } = job
  audit?.record({
    who,
    what,
    subject: { jobId: job.id, ...subjectOf(document), ...(accountId !== null && { accountId }) },
    printer: printerName,
    outcome: job.state,
    detail: { kind, copyNumber: numberOf(job), sheets, problem, ...(cameOut && { cameOut }), ...(trouble && { trouble }) },
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
} as const satisfies Partial<StoredJob>
