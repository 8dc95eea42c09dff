import { randomUUID } from 'node:crypto'
import type { Audit, AuditEntry } from '../audit/audit.ts'
import type { Db } from '../cache/open.ts'
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
  newId: (() => string) | undefined
  announce: (job: StoredJob) => void
}

export function createLedger({ db, clock, audit, printerName, newId = randomUUID, announce }: LedgerParts): JobLedger {
  const record = (what: AuditEntry['what'], job: StoredJob): void => {
    audit?.record({
      who: job.who,
      what,
      subject: { jobId: job.id, invoiceId: job.invoiceId, accountId: job.accountId },
      printer: printerName,
      outcome: job.state,
      detail: { kind: job.kind, copyNumber: printedNumber(job), sheets: job.sheets, problem: job.problem, ...answerOf(job) },
    })
  }
  const mustFind = (id: string): StoredJob => {
    const job = findJob(db, id)
    if (!job) throw new Error(`no print job ${id}`)
    return job
  }
  const store = (order: Omit<PrintOrder, 'who'> & { who: string }): StoredJob => {
    const job: StoredJob = { ...blankJob, ...order, id: newId(), copyNumber: takeCopyNumber(db, order.invoiceId) }
    insertJob(db, job, clock.now())
    record('print.requested', job)
    return job
  }
  const apply = (id: string, what: AuditEntry['what'], change: JobChange): StoredJob => {
    updateJob(db, id, change)
    const job = mustFind(id)
    record(what, job)
    return job
  }
  const committed = (work: () => StoredJob): StoredJob => {
    const job = db.transaction(work).immediate()
    announce(job)
    return job
  }

  return {
    find: (id) => findJob(db, id),
    add: ({ who, ...order }) => committed(() => store({ ...order, who: who.id === undefined ? who.kind : `${who.kind}:${who.id}` })),
    addAnother: ({ id, sessionId, accountId, invoiceId, invoiceNumber, who, businessDate }) =>
      committed(() => {
        const another = store({ sessionId, accountId, invoiceId, invoiceNumber, who, businessDate })
        apply(id, 'print.retried', { replacedBy: another.id })
        return another
      }),
    change: (id, what, change) => committed(() => apply(id, what, change)),
    changeQueued(id, what, change) {
      const changed = db.transaction(() => (mustFind(id).state === 'queued' ? apply(id, what, change) : undefined)).immediate()
      if (changed) announce(changed)
      return changed
    },
  }
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

const answerOf = ({ cameOut, trouble }: StoredJob): Record<string, string> => ({
  ...(cameOut !== null && { cameOut }),
  ...(trouble !== null && { trouble }),
})
