import { randomUUID } from 'node:crypto'
import type { Audit, AuditEntry } from '../audit/audit.ts'
import type { Db } from '../cache/db.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { createArrears, type Deed } from './arrears.ts'
import { type AskedKind, askedKind, isOpen, numberOf, type StoredJob } from './job.ts'
import { findJob, insertJob, openJobs, takeCopyNumber, updateJob, type JobChange } from './jobTable.ts'
import { isDiskTrouble } from './storing.ts'

/** A document that somebody at the counter asks for. */
export interface PrintOrder {
  sessionId: string
  /** Null for what was filed without an account. */
  accountId: string | null
  kind: AskedKind
  /** The invoice, or the command that was filed. */
  documentId: string
  /** The invoice's number as printed, or the folio. */
  documentName: string
  who: { kind: 'visitor' | 'invoiceHolder' | 'customer' | 'clerk'; id?: string }
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
  /** `job` as it was last known. An empty change records only that it happened. */
  settle(job: StoredJob, what: AuditEntry['what'], change: JobChange): StoredJob
  settleQueued(job: StoredJob, what: AuditEntry['what'], change: JobChange): StoredJob | undefined
  /** Tries a last time to write what could not be written. */
  stop(): void
}

interface LedgerParts {
  db: Db
  clock: Clock
  log: Log
  audit: Audit | undefined
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
      const job = newJob(parts, { ...order, who: nameOf(order.who) })
      return committed(job.id, () => store(parts, job))
    },
    addAnother: (job) =>
      committed(job.id, () => {
        const another = store(parts, newJob(parts, job))
        apply(parts, job.id, { what: 'print.retried', change: { replacedBy: another.id } })
        return another
      }),
    change: (id, what, change) => committed(id, () => apply(parts, id, { what, change })),
    changeQueued: (id, what, change) =>
      committed(id, () => (findJob(db, id)?.state === 'queued' ? apply(parts, id, { what, change }) : undefined)),
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
  function settle(job: StoredJob, what: AuditEntry['what'], change: JobChange): StoredJob {
    try {
      return committed(job.id, () => apply(parts, job.id, { what, change }))
    } catch (error) {
      if (!isDiskTrouble(error)) throw error
      const known = { ...(arrears.find(job.id) ?? job), ...change }
      arrears.owe(known, { what, change })
      announce(known)
      return known
    }
  }
  return {
    find: (id: string): StoredJob | undefined => arrears.find(id) ?? findJob(db, id),
    open: (): StoredJob[] => openJobs(db).map((job) => arrears.find(job.id) ?? job).filter(isOpen),
    committed,
    settle,
    stop: () => arrears.stop(),
  }
}

const nameOf = ({ kind, id }: PrintOrder['who']): string => (id === undefined ? kind : `${kind}:${id}`)

type Wanted = Pick<StoredJob, 'sessionId' | 'accountId' | 'kind' | 'documentId' | 'documentName' | 'who' | 'businessDate'>
type NewJob = Omit<StoredJob, 'copyNumber' | 'kind'> & { kind: AskedKind }

function newJob({ newId = randomUUID }: LedgerParts, wanted: Wanted): NewJob {
  const { sessionId, accountId, kind, documentId, documentName, who, businessDate } = wanted
  return { ...blankJob, id: newId(), sessionId, accountId, kind: askedKind(kind), documentId, documentName, who, businessDate }
}

function store(parts: LedgerParts, unnumbered: NewJob): StoredJob {
  const { db, clock } = parts
  const job = { ...unnumbered, copyNumber: takeCopyNumber(db, unnumbered) }
  insertJob(db, job, clock.now())
  record(parts, 'print.requested', job)
  return job
}

function apply(parts: LedgerParts, id: string, { what, change }: Deed): StoredJob {
  updateJob(parts.db, id, change)
  const job = findJob(parts.db, id)
  if (!job) throw new Error(`no print job ${id}`)
  record(parts, what, job)
  return job
}

function record({ audit, printerName }: LedgerParts, what: AuditEntry['what'], job: StoredJob): void {
  const { kind, accountId, sheets, problem, cameOut, trouble } = job
  audit?.record({
    who: job.who,
    what,
    subject: { jobId: job.id, [subjects[askedKind(kind)]]: job.documentId, ...(accountId !== null && { accountId }) },
    printer: printerName,
    outcome: job.state,
    detail: { kind, copyNumber: numberOf(job), sheets, problem, ...(cameOut && { cameOut }), ...(trouble && { trouble }) },
  })
}

/** What the audit calls the document of a job. */
const subjects: Record<AskedKind, string> = { duplicate: 'invoiceId', receipt: 'commandId' }

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
