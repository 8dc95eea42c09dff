import type { Attention, JobState } from '../../shared/contract/printing.ts'
import type { Clock } from '../clock.ts'
import type { Pause } from './pause.ts'
import type { Printer, PrinterJob } from './printer.ts'
import type { PrintTimings } from './timings.ts'

interface Watch {
  printer: Printer
  ref: string
  clock: Clock
  timings: PrintTimings
  pause: Pause
  /** The program ends: leave the job as it is. */
  stopped: AbortSignal
  cancelWanted: () => boolean
  onAttention: (attention: Attention | null) => void
}

/** How a job that a printer took ended; `left` when the program ends before it. */
export type Ending = Exclude<JobState, 'queued' | 'sent'> | 'left'

/** Only what is certain is said; the rest is unknown, and the person is asked. */
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
  for (let pace = timings.poll; ; pace = Math.min(pace * 1.5, timings.slowestPoll)) {
    if (watch.cancelWanted() && !cancelTaken) cancelTaken = await printer.cancel(ref)
    const { job, attention } = await look(printer, ref)
    if (watch.stopped.aborted) return 'left'
    const ending = endings[job]
    if (ending) return ending
    const verdict = patience.judge({ reached: job !== 'unreachable', attention, cancelWanted: watch.cancelWanted() })
    if (verdict === 'givenUp') return 'unknown'
    watch.onAttention(verdict === 'offline' ? 'offline' : attention)
    await pause.sleep(pace)
  }
}

/** The job, and while it stands what its printer asks for: a job in want of paper may call itself `processing`. */
async function look(printer: Printer, ref: string): Promise<{ job: PrinterJob; attention: Attention | null }> {
  const job = await printer.query(ref)
  if (endings[job] || job === 'unreachable') return { job, attention: null }
  const status = await printer.status()
  return { job, attention: status.attention[0] ?? (job === 'stopped' ? 'other' : null) }
}

interface Glance {
  reached: boolean
  attention: Attention | null
  cancelWanted: boolean
}

/** How long each kind of silence is borne. A printer that says what it wants is waited for without end. */
function createPatience(clock: Clock, timings: PrintTimings) {
  const since = { reached: clock.elapsed(), quiet: clock.elapsed(), cancelWanted: Infinity }
  return {
    judge({ reached, attention, cancelWanted }: Glance): 'patient' | 'offline' | 'givenUp' {
      const now = clock.elapsed()
      if (reached) since.reached = now
      if (attention !== null || !reached) since.quiet = now
      if (cancelWanted) since.cancelWanted = Math.min(since.cancelWanted, now)
      const overdue =
        now - since.reached >= timings.offlineGivenUp ||
        now - since.quiet >= timings.stuckGivenUp ||
        now - since.cancelWanted >= timings.cancelGivenUp
      if (overdue) return 'givenUp'
      return now - since.reached >= timings.offlineSaid ? 'offline' : 'patient'
    },
  }
}
