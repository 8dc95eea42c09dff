import type { Attention } from '../../shared/contract/printing.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Db } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'
import type { JobInWork, StoredJob } from './job.ts'
import type { JobLedger } from './ledger.ts'
import { exceedsLimit, type SheetLimits } from './limits.ts'
import type { Pause } from './pause.ts'
import type { DocumentPrinter, Media } from './printer.ts'
import type { PrintTimings } from './timings.ts'
import { watchJob } from './watch.ts'

export interface DrawnDocument {
  pdf: Uint8Array
  sheets: number
  kind: 'duplicate' | 'original'
  media: Media
}

/** Draws or fetches the document of a job; a problem when it cannot be had. */
export type Draw = (job: {
  invoiceId: string
  copyNumber: number
  accountId: string
}) => Promise<{ ok: true; value: DrawnDocument } | { ok: false; problem: Problem }>

export interface WorkParts {
  db: Db
  ledger: JobLedger
  printer: DocumentPrinter
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

/** Brings one queued job to its end: drawn, handed over once, followed. */
export async function workOnJob(job: StoredJob, parts: WorkParts): Promise<void> {
  const document = await drawJob(job, parts)
  if (!document) return
  const ref = await handOver(job, document, parts)
  if (ref === null) return
  const ending = await watchJob({ ...parts, ref, cancelWanted: () => parts.inWork.cancelWanted })
  if (ending === 'left') return
  parts.ledger.change(job.id, 'print.ended', { state: ending, problem: ending === 'failed' ? 'printer-refused' : null })
}

/** The document, or null when the job ended here. */
async function drawJob(job: StoredJob, parts: WorkParts): Promise<DrawnDocument | null> {
  const drawn = await Promise.race([drawSafely(job, parts), aborted(parts.stopped)])
  if (drawn === 'aborted') return null
  const problem = drawn.ok ? exceedsLimit(parts.db, job, drawn.value.sheets, parts.limits) : drawn.problem.code
  if (problem) parts.ledger.changeQueued(job.id, 'print.ended', { state: 'failed', problem })
  return drawn.ok && !problem ? drawn.value : null
}

async function drawSafely({ invoiceId, copyNumber, accountId }: StoredJob, { draw, log }: WorkParts): ReturnType<Draw> {
  try {
    return await draw({ invoiceId, copyNumber, accountId })
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

/**
 * Hands the document over; the printer's reference, or null when the job ended here. The job says `sent` on the disk before the
 * first byte leaves: whatever happens in between is then unknown, never forgotten.
 */
async function handOver(job: StoredJob, document: DrawnDocument, parts: WorkParts): Promise<string | null> {
  const { ledger, printer, clock, timings, pause } = parts
  const { sheets, kind } = document
  const title = `Ventanilla ${job.id}`
  for (const start = clock.elapsed(); ; await pause.sleep(timings.busyRetry)) {
    if (parts.stopped.aborted) return null
    if (!ledger.changeQueued(job.id, 'print.sent', { sheets, kind, state: 'sent', sentAt: clock.now() })) return null
    const submission = await printer.submit({ pdf: document.pdf, title, media: document.media })
    if (submission.outcome !== 'busy') return settle(job, submission, parts)
    const waited = clock.elapsed() - start >= timings.busyGivenUp
    ledger.change(job.id, 'print.postponed', postponed(parts.inWork.cancelWanted, waited))
  }
}

/** After a printer was busy: surely nothing was taken. */
function postponed(cancelWanted: boolean, waitedLongEnough: boolean): Partial<StoredJob> {
  if (cancelWanted) return { state: 'cancelled', sentAt: null }
  if (waitedLongEnough) return { state: 'failed', problem: 'printer-refused', sentAt: null }
  return { state: 'queued', sentAt: null }
}

type Settled = Exclude<Awaited<ReturnType<DocumentPrinter['submit']>>, { outcome: 'busy' }>

function settle(job: StoredJob, submission: Settled, { ledger, log }: WorkParts): string | null {
  log.info({ jobId: job.id, outcome: submission.outcome }, 'document handed over')
  switch (submission.outcome) {
    case 'accepted':
      ledger.change(job.id, 'print.accepted', { printerRef: submission.ref })
      return submission.ref
    case 'unclear':
      ledger.change(job.id, 'print.ended', { state: 'unknown' })
      return null
    case 'unreachable':
      ledger.change(job.id, 'print.ended', { state: 'failed', problem: 'printer-offline', sentAt: null })
      return null
    case 'refused':
      ledger.change(job.id, 'print.ended', { state: 'failed', problem: 'printer-refused', sentAt: null })
      return null
  }
}
