import type { Attention, JobKind, JobState, PrinterRole, PrintJob, PrintTrouble } from '../../shared/contract/printing.ts'
import type { ReprintReason, StaffJob } from '../../shared/contract/staff.ts'
import { alternativeTo } from '../../shared/domain/printers.ts'
import { isSheetLimit, type ProblemCode } from '../../shared/problems.ts'
import type { AuditName } from '../session/actor.ts'
import type { PrintableRef } from '../../shared/contract/documents.ts'

/** A row of `print_job`. */
export interface StoredJob {
  id: string
  sessionId: string
  /** Null for what was filed without an account. */
  accountId: string | null
  /** What is printed: perhaps an original in place of a duplicate. */
  kind: JobKind
  document: PrintableRef
  printer: PrinterRole
  documentId: string
  documentName: string
  who: AuditName
  businessDate: string
  /** Milliseconds. */
  askedAt: number
  /** Reserved when the job was stored; an original is printed without it. */
  copyNumber: number
  sheets: number | null
  state: JobState
  problem: ProblemCode | null
  /** Null while it is certain that the printer has received nothing of the job. */
  sentAt: number | null
  printerRef: string | null
  cameOut: 'yes' | 'no' | null
  trouble: PrintTrouble | null
  /** The job that prints the same document again. */
  replacedBy: string | null
  /** The job of which a clerk asked for another copy, why, and in their words; null for what was asked for as usual. */
  reprintOf: string | null
  reprintReason: ReprintReason | null
  reprintNote: string | null
}

/** What is known of a job only while it is in work. */
export interface JobInWork {
  attention: Attention | null
  cancelWanted: boolean
  /** The session has ended: the sheet may still come out, but nobody waits for it. */
  left: boolean
}

export const isOpen = ({ state }: StoredJob): boolean => state === 'queued' || state === 'sent'

/** It failed before anything was printed, and may succeed. */
export const canSendAgain = ({ state, problem }: StoredJob): boolean => state === 'failed' && !(problem && isSheetLimit(problem))

/** The person said that the sheet did not come out, and what went wrong, and has no other copy yet. */
export const canPrintAnother = (job: StoredJob): boolean => job.state === 'unknown' && isNo(job) && job.replacedBy === null

/** The number of the copy, which an original has not. */
export const numberOf = ({ kind, copyNumber }: StoredJob): number | null => (kind === 'original' ? null : copyNumber)

/** What a job's description takes from its surroundings. */
interface JobSurroundings {
  inWork: JobInWork | null
  /** The roles whose printer the branch has. */
  present: readonly PrinterRole[]
}

/** The other printer for a job that waits for somebody, was given up, or did not come out as the person said. */
function alternativePrinter(job: StoredJob, { inWork, present }: JobSurroundings): PrinterRole | null {
  const isStuck = job.state === 'queued' ? Boolean(inWork?.attention) : canSendAgain(job) || canPrintAnother(job) || job.state === 'cancelled'
  return isStuck ? alternativeTo(job.printer, job.document.kind, present) : null
}

/** The job as the contract describes it. */
export function describeJob(job: StoredJob, surroundings: JobSurroundings): PrintJob {
  const { inWork } = surroundings
  return {
    id: job.id,
    kind: job.kind,
    document: job.document,
    printer: job.printer,
    documentId: job.documentId,
    documentName: job.documentName,
    copyNumber: numberOf(job),
    sheets: job.sheets,
    state: job.state,
    attention: isOpen(job) ? (inWork?.attention ?? null) : null,
    problem: job.problem,
    asks: job.state === 'unknown' && !isNo(job),
    canCancel: isOpen(job) && !inWork?.cancelWanted,
    canRetry: canSendAgain(job) || canPrintAnother(job),
    alternativePrinter: alternativePrinter(job, surroundings),
  }
}

/** The job as staff see it: without its owner and its content, by the name of its document. */
export function describeForStaff(job: StoredJob, inWork: JobInWork | null, canReprint: boolean): StaffJob {
  const { id, askedAt, kind, printer, state, sheets, problem, cameOut, reprintReason: reprinted } = job
  const attention = isOpen(job) ? (inWork?.attention ?? null) : null
  const asks = state === 'unknown' && cameOut === null
  const stands = { state, sheets, attention, problem, cameOut, asks }
  return { jobId: id, askedAt: new Date(askedAt).toISOString(), kind, name: job.documentName, printer, ...stands, canReprint, reprinted }
}

/** A "no" counts only with its reason. */
const isNo = ({ cameOut, trouble }: StoredJob): boolean => cameOut === 'no' && trouble !== null
