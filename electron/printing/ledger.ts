import { randomUUID } from 'node:crypto'
import type { Audit, AuditEntry } from '../audit/audit.ts'
import type { Db } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { printedNumber, type StoredJob } from './job.ts'
import { findJob, insertJob, takeCopyNumber, updateJob, type JobChange } from './jobTable.ts'

/** A duplicate that somebody at the counter asks for. */
export interface PrintOrder {
  sessionId: string
  accountId: string
  invoiceId: string
  /** As printed. */
  invoiceNumber: string
  who: { kind: 'visitor' | 'invoiceHolder' | 'customer' | 'clerk'; id?: string }
  businessDate: string
}

/** The jobs on disk. Every change stands in one transaction with its audit row, and is announced when it is committed. */
export interface JobLedger {
  find(id: string): StoredJob | undefined
  /** Stores a queued job with its copy number. */
  add(order: PrintOrder): StoredJob
  /** Stores a new copy of a job whose sheet did not come out. */
  addAnother(job: StoredJob): StoredJob
  /** An empty change records only that it happened. */
  change(id: string, what: AuditEntry['what'], change: JobChange): StoredJob
  /** Changes it only if it is still queued; undefined when somebody was faster. */
  changeQueued(id: string, what: AuditEntry['what'], change: JobChange): StoredJob | undefined
}

interface LedgerParts {
  db: Db
  clock: Clock
  audit: Audit | undefined
  printerName: string
  newId?: (() => string) | undefined
  announce: (job: StoredJob) => void
}

export function createLedger(parts: LedgerParts): JobLedger {
  const { db, announce } = parts
  const committed = <T extends StoredJob | undefined>(work: () => T): T => {
    const job = db.transaction(work).immediate()
    if (job) announce(job)
    return job
  }
  return {
    find: (id) => findJob(db, id),
    add: ({ who, ...order }) => committed(() => store(parts, { ...order, who: nameOf(who) })),
    addAnother: ({ id, sessionId, accountId, invoiceId, invoiceNumber, who, businessDate }) =>
      committed(() => {
        const another = store(parts, { sessionId, accountId, invoiceId, invoiceNumber, who, businessDate })
        apply(parts, id, 'print.retried', { replacedBy: another.id })
        return another
      }),
    change: (id, what, change) => committed(() => apply(parts, id, what, change)),
    changeQueued: (id, what, change) =>
      committed(() => (findJob(db, id)?.state === 'queued' ? apply(parts, id, what, change) : undefined)),
  }
}

const nameOf = ({ kind, id }: PrintOrder['who']): string => (id === undefined ? kind : `${kind}:${id}`)

type Order = Omit<PrintOrder, 'who'> & { who: string }

function store(parts: LedgerParts, order: Order): StoredJob {
  const { db, clock, newId = randomUUID } = parts
  const job: StoredJob = { ...blankJob, ...order, id: newId(), copyNumber: takeCopyNumber(db, order.invoiceId) }
  insertJob(db, job, clock.now())
  record(parts, 'print.requested', job)
  return job
}

function apply(parts: LedgerParts, id: string, what: AuditEntry['what'], change: JobChange): StoredJob {
  updateJob(parts.db, id, change)
  const job = findJob(parts.db, id)
  if (!job) throw new Error(`no print job ${id}`)
  record(parts, what, job)
  return job
}

function record({ audit, printerName }: LedgerParts, what: AuditEntry['what'], job: StoredJob): void {
  const { kind, sheets, problem, cameOut, trouble } = job
  audit?.record({
    who: job.who,
    what,
    subject: { jobId: job.id, invoiceId: job.invoiceId, accountId: job.accountId },
    printer: printerName,
    outcome: job.state,
    detail: { kind, copyNumber: printedNumber(job), sheets, problem, ...(cameOut && { cameOut }), ...(trouble && { trouble }) },
  })
}

const blankJob = {
  kind: 'duplicate',
  sheets: null,
  state: 'queued',
  problem: null,
  sentAt: null,
  printerRef: null,
  cameOut: null,
  trouble: null,
  replacedBy: null,
} as const satisfies Partial<StoredJob>
