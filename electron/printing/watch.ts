import type { Attention, JobState } from '../../shared/contract/printing.ts'
import type { Clock } from '../clock.ts'
import { createPatience } from './patience.ts'
import type { Pause } from '../waiting.ts'
import type { Printer, PrinterJob } from './printer.ts'
import type { PrintTimings } from './timings.ts'

interface Watch {
  printer: Printer
  ref: string
  clock: Clock
  timings: PrintTimings
  pause: Pause
  /** Aborted when the program ends: the job is left as it is. */
  stopped: AbortSignal
  cancelWanted: () => boolean
  /** The session that asked for the job has ended. */
  left: () => boolean
  onAttention: (attention: Attention | null) => void
}

/** How a job that a printer accepted ended. `withdrawn`: cancelled before it began; `left`: the program ended first. */
export type Ending = Exclude<JobState, 'queued' | 'sent'> | 'withdrawn' | 'left'

/** An ending is stated only where it is certain; otherwise it is `unknown`, and the person is asked. */
const endings: Partial<Record<PrinterJob, Ending>> = {
  completed: 'confirmed',
  canceled: 'cancelled',
  aborted: 'unknown',
  unprinted: 'failed',
  forgotten: 'unknown',
}

/** Follows a job to its end. */
export async function watchJob(watch: Watch): Promise<Ending> {
  const { printer, ref, clock, timings, pause } = watch
  const patience = createPatience(clock, timings)
  let cancelTaken = false
  /** True when no query has shown that the job began; null before the first query. */
  let hasOnlyStood: boolean | null = null
  for (let pace = timings.poll; ; pace = Math.min(pace * 1.5, timings.slowestPoll)) {
    const cancelWanted = watch.cancelWanted() || (watch.left() && patience.isOverstayed())
    if (cancelWanted && !cancelTaken) cancelTaken = await printer.cancel(ref)
    const { job, attention, still, warned } = await look(printer, ref)
    if (watch.stopped.aborted) return 'left'
    const ending = endings[job]
    const progress = printer.progress?.() ?? 0
    if (ending) return ending === 'cancelled' && hasOnlyStood && progress === 0 ? 'withdrawn' : ending
    hasOnlyStood = (hasOnlyStood ?? true) && progress === 0 && !isUnderWay(job, still)
    const glance = { reached: job !== 'unreachable', attention, still, warned, progress, cancelWanted, left: watch.left() }
    const verdict = patience.judge(glance)
    if (verdict === 'givenUp') {
      // Nobody waits for the sheet any more: it must not come out in front of the next customer.
      if (!cancelTaken) await printer.cancel(ref)
      return 'unknown'
    }
    watch.onAttention(verdict)
    await pause.sleep({ milliseconds: pace })
  }
}

interface Look {
  job: PrinterJob
  attention: Attention | null
  still: Attention
  warned: Attention | null
}

/** The state of the job and, while it is open, what its printer asks for: a job that waits for paper may be reported as `processing`. */
async function look(printer: Printer, ref: string): Promise<Look> {
  const job = await printer.query(ref)
  if (endings[job] || job === 'unreachable') return { job, attention: null, still: 'slow', warned: null }
  const { attention, still, warned = null } = await printer.status()
  return { job, attention: attention[0] ?? (job === 'stopped' ? 'other' : null), still: still ?? stillness(job), warned }
}

/** A spooler that cannot reach its printer reports the job as `processing` all the same. A job that cannot be queried may have begun. */
const isUnderWay = (job: PrinterJob, still: Attention): boolean => job === 'unreachable' || ((job === 'processing' || job === 'stopped') && still !== 'offline')

/** Why a job stands still although its printer asks for nothing. */
function stillness(job: PrinterJob): Attention {
  if (job === 'connecting') return 'offline'
  return job === 'pending' ? 'waiting' : 'slow'
}
