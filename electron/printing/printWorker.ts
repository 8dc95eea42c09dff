import type { PrinterRole } from '../../shared/contract/printing.ts'
import { isDatabaseFault } from '../faults.ts'
import { logBug } from '../log/log.ts'
import { createCurrentJob, type CurrentJob } from './currentJob.ts'
import type { JobInWork, StoredJob } from './job.ts'
import { createPause, type Pause } from '../waiting.ts'
import { workOnJob, type WorkParts } from './work.ts'

type WorkerParts = Omit<WorkParts, 'pause' | 'stopped' | 'inWork' | 'onAttention'> & { role: PrinterRole; announce: (job: StoredJob) => void }

type JobParts = WorkerParts & Omit<WorkParts, 'onAttention'> & Pick<CurrentJob, 'announceWaiting'>

/** Prints the queued jobs of one printer, one after another. */
export interface PrintWorker {
  /** Starts printing unless it is running. Asynchronous: the caller's call answers first. */
  start(): void
  /** What is known of an open job beside its row: its state in work, or what holds it up. Null when there is nothing. */
  inWork(jobId: string): JobInWork | null
  /** The job's printer waits for a person, and goes on when somebody has seen to it. */
  needsSomebody(jobId: string): boolean
  /** Asks the printer to cancel this job, if it is in work. */
  cancel(jobId: string): void
  /** Lets a job in work come out, and cancels it as soon as its printer waits for somebody. False when it is not in work, or is held up. */
  leave(jobId: string): boolean
  /** Ends the pause between two queries. */
  wake(): void
  /** Leaves the job in work as it is, and closes the printer. */
  stop(): Promise<void>
}

export function createPrintWorker(parts: WorkerParts): PrintWorker {
  const pause = createPause(parts.clock)
  const stop = new AbortController()
  const current = createCurrentJob(parts)
  let working: Promise<void> | null = null
  let cancelRestart: (() => void) | null = null

  async function printQueued(): Promise<void> {
    try {
      for (let job = nextQueued(parts); job && !stop.signal.aborted; job = nextQueued(parts)) {
        const inWork = current.begin(job.id)
        await printSafely(job, { ...parts, inWork, pause, stopped: stop.signal, announceWaiting: () => current.announceWaiting() })
      }
    } catch (error) {
      cancelRestart = restartAfter(error, parts, start)
    } finally {
      current.end()
      working = null
    }
  }
  const start = (): void => void (working ??= Promise.resolve().then(printQueued))

  return {
    start,
    inWork: (jobId) => current.stateOf(jobId),
    needsSomebody: (jobId) => NEEDS_SOMEBODY.has(current.stateOf(jobId)?.attention ?? null),
    cancel: (jobId) => requestCancel(current.own(jobId), pause),
    leave: (jobId) => letComeOut(current.own(jobId)),
    wake: () => pause.wake(),
    async stop() {
      stop.abort()
      cancelRestart?.()
      pause.wake()
      parts.printer.close()
      await working
    },
  }
}

/** Starts again later after a storage fault; returns what cancels that. */
function restartAfter(error: unknown, { clock, log, timings }: WorkerParts, start: () => void): (() => void) | null {
  if (isDatabaseFault(error)) return clock.after(timings.storageRetry, start)
  logBug(log, 'the print service', error)
  return null
}

const NEEDS_SOMEBODY = new Set<JobInWork['attention']>(['paper', 'jam', 'cover', 'toner', 'tray', 'paused', 'other'])

const nextQueued = ({ store, role }: WorkerParts): StoredJob | undefined => store.open(role).find(({ state }) => state === 'queued')

function requestCancel(job: JobInWork | null, pause: Pause): void {
  if (job) job.cancelWanted = true
  pause.wake()
}

/** A job that is reported as printing may come out, however slow it is. */
const mayComeOut = (attention: JobInWork['attention']): boolean => attention === null || attention === 'slow'

function letComeOut(job: JobInWork | null): boolean {
  if (!job || !mayComeOut(job.attention)) return false
  job.left = true
  return true
}

/** A bug ends the work on one job and not on the queue; a job that may have been sent is then unknown. */
async function printSafely(job: StoredJob, parts: JobParts): Promise<void> {
  const { store, log } = parts
  try {
    await workOnJob(job, { ...parts, onAttention: attentionSetter(job.id, parts) })
  } catch (error) {
    const trouble = isDatabaseFault(error)
    if (!trouble) logBug(log, 'printing a document', error)
    const now = store.find(job.id)
    if (now?.state === 'queued') store.record(now, 'print.ended', { state: 'failed', problem: trouble ? 'cannot-store' : 'internal' })
    if (now?.state === 'sent') store.record(now, 'print.ended', { state: 'unknown' })
  }
}

/** Announces only what changed. */
function attentionSetter(jobId: string, { inWork, store, announce, announceWaiting }: JobParts) {
  return (attention: JobInWork['attention']): void => {
    if (inWork.attention === attention) return
    inWork.attention = attention
    // Paper of an ended session must not come out in front of the next customer.
    if (inWork.left && !mayComeOut(attention)) inWork.cancelWanted = true
    const job = store.find(jobId)
    if (job) announce(job)
    announceWaiting()
  }
}
