import { logBug } from '../log/log.ts'
import { createInHand, type InHand } from './currentJob.ts'
import type { JobInWork, StoredJob } from './job.ts'
import { createPause, type Pause } from './pause.ts'
import { isDiskTrouble } from './storing.ts'
import { workOnJob, type WorkParts } from './work.ts'

type RunnerParts = Omit<WorkParts, 'pause' | 'stopped' | 'inWork' | 'onAttention'> & { announce: (job: StoredJob) => void }

type JobParts = RunnerParts & Omit<WorkParts, 'onAttention'> & Pick<InHand, 'tellBehind'>

/** Works off the queue, one job after another. */
export interface Runner {
  /** Begins unless it is going on; never inside the call that asks for it, which answers first. */
  start(): void
  /** What is known of an open job beside its row: of the one in work, and what the others are told of it. Null when there is nothing. */
  inWork(jobId: string): JobInWork | null
  /** Its printer waits for a person, and goes on when it is seen to. */
  needsSomebody(jobId: string): boolean
  /** Wants this job ended at the printer, if it is in work. */
  cancel(jobId: string): void
  /** Lets a job in work come out, and ends it as soon as its printer waits for somebody. False when it is not in work, or is held up. */
  leave(jobId: string): boolean
  /** Looks again at once. */
  wake(): void
  /** Leaves the job in work as it is, and closes the printer. */
  stop(): Promise<void>
}

export function createRunner(parts: RunnerParts): Runner {
  const pause = createPause(parts.clock)
  const stop = new AbortController()
  const inHand = createInHand(parts)
  let working: Promise<void> | null = null
  let forgetLater: (() => void) | null = null

  async function workOff(): Promise<void> {
    try {
      for (let job = nextQueued(parts); job && !stop.signal.aborted; job = nextQueued(parts)) {
        const inWork = inHand.take(job.id)
        await workSafely(job, { ...parts, inWork, pause, stopped: stop.signal, tellBehind: () => inHand.tellBehind() })
      }
    } catch (error) {
      forgetLater = afterTrouble(error, parts, start)
    } finally {
      inHand.letGo()
      working = null
    }
  }
  const start = (): void => void (working ??= Promise.resolve().then(workOff))

  return {
    start,
    inWork: (jobId) => inHand.told(jobId),
    needsSomebody: (jobId) => NEEDS_SOMEBODY.has(inHand.told(jobId)?.attention ?? null),
    cancel: (jobId) => wantCancelled(inHand.own(jobId), pause),
    leave: (jobId) => letComeOut(inHand.own(jobId)),
    wake: () => pause.wake(),
    async stop() {
      stop.abort()
      forgetLater?.()
      pause.wake()
      parts.printer.close()
      await working
    },
  }
}

/** A disk that cannot be read is tried again; the answer forgets that. */
function afterTrouble(error: unknown, { clock, log, timings }: RunnerParts, start: () => void): (() => void) | null {
  if (isDiskTrouble(error)) return clock.after(timings.storageRetry, start)
  logBug(log, 'the print queue', error)
  return null
}

const NEEDS_SOMEBODY = new Set<JobInWork['attention']>(['paper', 'jam', 'cover', 'toner', 'tray', 'paused', 'other'])

const nextQueued = ({ ledger }: RunnerParts): StoredJob | undefined => ledger.open().find(({ state }) => state === 'queued')

function wantCancelled(job: JobInWork | null, pause: Pause): void {
  if (job) job.cancelWanted = true
  pause.wake()
}

/** One that says that it prints is believed, however long it takes. */
const mayComeOut = (attention: JobInWork['attention']): boolean => attention === null || attention === 'slow'

function letComeOut(job: JobInWork | null): boolean {
  if (!job || !mayComeOut(job.attention)) return false
  job.left = true
  return true
}

/** A bug ends the work on one job, not on the queue: what may be at the printer is unknown. */
async function workSafely(job: StoredJob, parts: JobParts): Promise<void> {
  const { ledger, log } = parts
  try {
    await workOnJob(job, { ...parts, onAttention: attentionSetter(job.id, parts) })
  } catch (error) {
    const trouble = isDiskTrouble(error)
    if (!trouble) logBug(log, 'printing a document', error)
    const now = ledger.find(job.id)
    if (now?.state === 'queued') ledger.settle(now, 'print.ended', { state: 'failed', problem: trouble ? 'cannot-store' : 'internal' })
    if (now?.state === 'sent') ledger.settle(now, 'print.ended', { state: 'unknown' })
  }
}

/** Announces only what changed. */
function attentionSetter(jobId: string, { inWork, ledger, announce, tellBehind }: JobParts) {
  return (attention: JobInWork['attention']): void => {
    if (inWork.attention === attention) return
    inWork.attention = attention
    // Paper of somebody who is gone must not come out in front of the next.
    if (inWork.left && !mayComeOut(attention)) inWork.cancelWanted = true
    const job = ledger.find(jobId)
    if (job) announce(job)
    tellBehind()
  }
}
