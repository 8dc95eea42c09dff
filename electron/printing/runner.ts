import { logBug } from '../log/log.ts'
import type { JobInWork, StoredJob } from './job.ts'
import { nextQueuedJob } from './jobTable.ts'
import { createPause } from './pause.ts'
import { workOnJob, type WorkParts } from './work.ts'

type RunnerParts = Omit<WorkParts, 'pause' | 'stopped' | 'inWork' | 'onAttention'> & { announce: (job: StoredJob) => void }

/** Works off the queue, one job after another. */
export interface Runner {
  /** Begins unless it is going on; never inside the call that asks for it, which answers first. */
  start(): void
  /** What is known of this job beside its row; null unless it is in work. */
  inWork(jobId: string): JobInWork | null
  /** The printer of the job in work waits for a person. */
  isHeldUp(): boolean
  /** Wants the job in work ended at the printer; false when it is not in work. */
  cancel(jobId: string): boolean
  /** Looks again at once. */
  wake(): void
  stop(): Promise<void>
}

export function createRunner(parts: RunnerParts): Runner {
  const pause = createPause(parts.clock)
  const stop = new AbortController()
  let current: { jobId: string; inWork: JobInWork } | null = null
  let working: Promise<void> | null = null

  async function workOff(): Promise<void> {
    try {
      for (let job = nextQueuedJob(parts.db); job && !stop.signal.aborted; job = nextQueuedJob(parts.db)) await workOn(job)
    } catch (error) {
      logBug(parts.log, 'the print queue', error)
    } finally {
      working = null
    }
  }

  async function workOn(job: StoredJob): Promise<void> {
    const inWork: JobInWork = { attention: null, cancelWanted: false }
    current = { jobId: job.id, inWork }
    const onAttention = attentionSetter(inWork, () => parts.announce(parts.ledger.find(job.id) ?? job))
    try {
      await workOnJob(job, { ...parts, pause, stopped: stop.signal, inWork, onAttention })
    } catch (error) {
      logBug(parts.log, 'printing a document', error)
      giveUp(job.id, parts)
    } finally {
      current = null
    }
  }

  return {
    start: () => void (working ??= Promise.resolve().then(workOff)),
    inWork: (jobId) => (current?.jobId === jobId ? current.inWork : null),
    isHeldUp: () => current !== null && current.inWork.attention !== null,
    cancel(jobId) {
      if (current?.jobId !== jobId) return false
      current.inWork.cancelWanted = true
      pause.wake()
      return true
    },
    wake: () => pause.wake(),
    async stop() {
      stop.abort()
      pause.wake()
      parts.printer.close()
      await working
    },
  }
}

/** Announces only what changed. */
function attentionSetter(inWork: JobInWork, announce: () => void): (attention: JobInWork['attention']) => void {
  return (attention) => {
    if (inWork.attention === attention) return
    inWork.attention = attention
    announce()
  }
}

/** A bug ended the work: what may be at the printer is unknown. */
function giveUp(jobId: string, { ledger }: RunnerParts): void {
  const state = ledger.find(jobId)?.state
  if (state === 'queued') ledger.change(jobId, 'print.ended', { state: 'failed', problem: 'internal' })
  if (state === 'sent') ledger.change(jobId, 'print.ended', { state: 'unknown' })
}
