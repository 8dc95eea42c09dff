import type { ReprintReason, StaffJob } from '../../shared/contract/staff.ts'
import { printerFor } from '../../shared/domain/printers.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { ReadableDb } from '../cache/db.ts'
import { accountOfDocument, documentType } from '../documents/documentTypes.ts'
import { storing } from '../faults.ts'
import type { Actor, AuditName } from '../session/actor.ts'
import { describeForStaff, isOpen, type StoredJob } from './job.ts'
import { askingJobs, countAsking, otherJobs } from './jobTable.ts'
import { answer, print, type PrintContext, type PrintService } from './printService.ts'

/** Who asks for another copy, and why. */
export interface ReprintOrder {
  sessionId: string
  who: Actor
  reason: ReprintReason
  /** In the clerk's words; may be empty. */
  note: string
  /** The day at the account's place. */
  businessDateOf: (accountId: string | null) => string
}

type StaffSide = Pick<PrintService, 'asking' | 'countAsking' | 'page' | 'reprint' | 'answerAsStaff'>

/** What staff see of the jobs of every session, and what they say of them. */
export function staffSide(context: PrintContext): StaffSide {
  const { db, store, workers } = context
  const describe = (job: StoredJob): StaffJob => describeForStaff(job, workers[job.printer].inWork(job.id), canReprint(db, job))
  const known = (rows: StoredJob[]): StaffJob[] => rows.map((row) => describe(store.find(row.id) ?? row))
  return {
    asking: (most) => known(askingJobs(db, most)),
    countAsking: () => countAsking(db),
    page: (before, most) => known(otherJobs(db, before, most)),
    reprint: (jobId, order) => described(describe, () => reprint(context, jobId, order)),
    answerAsStaff: (jobId, cameOut, who) => described(describe, () => answerFor(context, jobId, { cameOut, who })),
  }
}

function described(describe: (job: StoredJob) => StaffJob, ask: () => Result<StoredJob>): Result<StaffJob> {
  const done = storing(ask)
  return done.ok ? success(describe(done.value)) : done
}

/** An answer of staff, to a job of any session. */
function answerFor(context: PrintContext, jobId: string, { cameOut, who }: { cameOut: boolean; who: AuditName }): Result<StoredJob> {
  const job = context.store.find(jobId)
  return job ? answer(context, job, { cameOut, trouble: 'nothing' }, who) : failure({ code: 'not-found' })
}

/** It has ended, its kind is printed more than once, and what it was of is still there and still the same account's. */
function canReprint(db: ReadableDb, job: StoredJob): boolean {
  if (isOpen(job) || job.state === 'cancelled' || documentType(job.document.kind).givenOnce) return false
  return accountOfDocument(job.document, db) === job.accountId
}

function reprint(context: PrintContext, jobId: string, { sessionId, who, reason, note, businessDateOf }: ReprintOrder): Result<StoredJob> {
  const { db, store, present } = context
  const job = store.find(jobId)
  if (!job) return failure({ code: 'not-found' })
  if (isOpen(job)) return failure({ code: 'job-not-finished' })
  if (!canReprint(db, job)) return failure({ code: 'not-reprintable' })
  const { accountId, document, documentName } = job
  const again = { reprintOf: job.id, reprintReason: reason, reprintNote: note }
  const order = { sessionId, accountId, document, documentName, who, businessDate: businessDateOf(accountId), reprint: again }
  return print(context, order, printerFor(document.kind, present, job.printer))
}
