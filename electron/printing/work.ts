import type { Attention, PrinterRole } from '../../shared/contract/printing.ts'
import type { Result } from '../../shared/result.ts'
import type { WritableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { DrawnDocument } from '../documents/drawnDocument.ts'
import { isDatabaseFault } from '../faults.ts'
import { logBug, type Log } from '../log/log.ts'
import type { PrintableRef } from '../../shared/contract/documents.ts'
import type { JobInWork, StoredJob } from './job.ts'
import type { JobStore } from './jobStore.ts'
import { exceedsLimit, type SheetLimits } from './limits.ts'
import type { Pause } from '../waiting.ts'
import type { Printer } from './printer.ts'
import type { PrintTimings } from './timings.ts'
import { watchJob, type Ending } from './watch.ts'

export interface DrawOrder {
  document: PrintableRef
  copyNumber: number
  /** The account of the document when the job was asked for. */
  accountId: string | null
  /** Decides whether a sheet or a ticket is drawn. */
  printer: PrinterRole
}

/** Draws or fetches the document of a job; a problem when it cannot be had. */
export type Draw = (order: DrawOrder) => Promise<Result<DrawnDocument>>

export interface WorkParts {
  db: WritableDb
  store: JobStore
  printer: Printer
  clock: Clock
  log: Log
  draw: Draw
  limits: SheetLimits
  timings: PrintTimings
  pause: Pause
  stopped: AbortSignal
  inWork: JobInWork
  onAttention: (attention: Attention | null) => void
}

/** Brings one queued job to its end: drawn, sent to its printer once, followed. */
export async function workOnJob(job: StoredJob, parts: WorkParts): Promise<void> {
  const document = await drawJob(job, parts)
  if (!document) return
  const sent = await sendDocument(job, document, parts)
  if (!sent) return
  const ending = await watchJob({ ...parts, ref: sent.ref, cancelWanted: () => parts.inWork.cancelWanted, left: () => parts.inWork.left })
  if (ending === 'left') return
  parts.store.record(sent.job, 'print.ended', ended(ending))
}

function ended(ending: Exclude<Ending, 'left'>): Partial<StoredJob> {
  if (ending === 'withdrawn') return { state: 'cancelled', problem: null, sentAt: null }
  return { state: ending, problem: ending === 'failed' ? 'printer-refused' : null }
}

/** The document, or null when the job ended here. */
async function drawJob(job: StoredJob, parts: WorkParts): Promise<DrawnDocument | null> {
  const drawn = await Promise.race([drawSafely(job, parts), aborted(parts.stopped)])
  if (drawn === 'aborted') return null
  const problem = drawn.ok ? exceedsLimit(parts.db, job, drawn.value.sheets, parts.limits) : drawn.problem.code
  if (problem) parts.store.recordIfQueued(job, 'print.ended', { state: 'failed', problem })
  return drawn.ok && !problem ? drawn.value : null
}

async function drawSafely({ document, copyNumber, accountId, printer }: StoredJob, { draw, log }: WorkParts): ReturnType<Draw> {
  try {
    return await draw({ document, copyNumber, accountId, printer })
  } catch (error) {
    logBug(log, 'drawing a document', error)
    return { ok: false, problem: { code: 'document-failed' } }
  }
}

const aborted = (signal: AbortSignal): Promise<'aborted'> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve('aborted')
    else signal.addEventListener('abort', () => resolve('aborted'), { once: true })
  })

interface SentJob {
  job: StoredJob
  /** The printer's id of the job. */
  ref: string
}

/** Sends the document to its printer; null when the job ended here. */
async function sendDocument(queued: StoredJob, document: DrawnDocument, parts: WorkParts): Promise<SentJob | null> {
  const { store, printer, clock, timings } = parts
  const { bytes, media, kind } = document
  for (let busySince: number | null = null; !parts.stopped.aborted;) {
    const sent = markSent(queued, document, parts)
    if (!sent) return null
    const submission = await printer.submit({ bytes, title: `Ventanilla ${queued.id}`, media, trueSize: kind !== 'original' })
    if (submission.outcome !== 'busy') {
      parts.onAttention(null)
      return recordSubmission(sent, submission, parts)
    }
    busySince = submission.attention ? null : (busySince ?? clock.elapsed())
    const busyFor = busySince === null ? 0 : clock.elapsed() - busySince
    parts.onAttention(submission.attention ?? (busyFor >= timings.stillSaid ? 'waiting' : null))
    store.record(sent, 'print.postponed', postponed(parts.inWork.cancelWanted, busyFor >= timings.busyGivenUp))
    await waitForRoom(queued.id, parts)
  }
  return null
}

/** Waits until the document may be sent again. While the printer asks for somebody, only its status is queried. */
async function waitForRoom(jobId: string, { store, printer, timings, pause, stopped, inWork, onAttention }: WorkParts): Promise<void> {
  do {
    await pause.sleep({ milliseconds: timings.busyRetry })
    if (inWork.attention === null || inWork.attention === 'waiting' || stopped.aborted || store.find(jobId)?.state !== 'queued') return
    onAttention((await printer.status()).attention[0] ?? null)
  } while (!cancelledMeanwhile(jobId, { store, inWork }) && inWork.attention !== null)
}

/** Cancels a queued job whose cancellation is wanted. */
function cancelledMeanwhile(jobId: string, { store, inWork }: Pick<WorkParts, 'store' | 'inWork'>): boolean {
  const job = inWork.cancelWanted && store.find(jobId)
  return Boolean(job && store.recordIfQueued(job, 'print.ended', { state: 'cancelled' }))
}

/**
 * Stores the job as `sent` before the first byte is sent, so that after a crash its end is unknown and the job is not lost. If the disk fails,
 * nothing is sent. Undefined when nothing may be sent.
 */
function markSent(job: StoredJob, { sheets, kind }: DrawnDocument, { store, clock }: WorkParts): StoredJob | undefined {
  try {
    return store.changeQueued(job.id, 'print.sent', { sheets, kind, state: 'sent', sentAt: clock.now() })
  } catch (error) {
    if (!isDatabaseFault(error)) throw error
    store.recordIfQueued(job, 'print.ended', { state: 'failed', problem: 'cannot-store' })
    return undefined
  }
}

/** The job after a printer was busy, which has certainly accepted nothing. */
function postponed(cancelWanted: boolean, waitedLongEnough: boolean): Partial<StoredJob> {
  if (cancelWanted) return { state: 'cancelled', sentAt: null }
  if (waitedLongEnough) return { state: 'failed', problem: 'printer-refused', sentAt: null }
  return { state: 'queued', sentAt: null }
}

type Submitted = Exclude<Awaited<ReturnType<Printer['submit']>>, { outcome: 'busy' }>

function recordSubmission(job: StoredJob, submission: Submitted, { store, log }: WorkParts): SentJob | null {
  log.info({ jobId: job.id, outcome: submission.outcome }, 'document sent to printer')
  switch (submission.outcome) {
    case 'accepted':
      return { job: store.record(job, 'print.accepted', { printerRef: submission.ref }), ref: submission.ref }
    case 'unclear':
      store.record(job, 'print.ended', { state: 'unknown' })
      return null
    case 'unreachable':
      store.record(job, 'print.ended', { state: 'failed', problem: 'printer-offline', sentAt: null })
      return null
    case 'refused':
      store.record(job, 'print.ended', { state: 'failed', problem: 'printer-refused', sentAt: null })
      return null
  }
}
