import type { Attention, PrinterRole } from '../../shared/contract/printing.ts'
import type { Clock } from '../clock.ts'
import { isDatabaseFault } from '../faults.ts'
import { logBug, type Log } from '../log/log.ts'
import type { JobInWork, StoredJob } from './job.ts'
import type { JobStore } from './jobStore.ts'
import type { PrintTimings } from './timings.ts'

interface CurrentJobParts {
  clock: Clock
  log: Log
  store: Pick<JobStore, 'open'>
  role: PrinterRole
  timings: PrintTimings
  announce: (job: StoredJob) => void
}

/** The one job in work at a printer, and what is announced of the jobs that wait for it. */
export interface CurrentJob {
  begin(jobId: string): JobInWork
  end(): void
  /** Null unless this job is in work. */
  own(jobId: string): JobInWork | null
  /** The state of the job in work, or of a waiting job what holds it up; null when there is nothing to report. */
  stateOf(jobId: string): JobInWork | null
  /** Called when the attention of the job in work has changed. */
  announceWaiting(): void
}

export function createCurrentJob({ clock, log, store, role, timings, announce }: CurrentJobParts): CurrentJob {
  let current: { jobId: string; inWork: JobInWork; since: number } | null = null
  /** The attention that was announced of the waiting jobs. */
  let announced: Attention | null = null
  let cancelTimer = (): void => undefined

  function announceWaiting(): void {
    const now = current && attentionOfWaiting(current.inWork.attention, clock.elapsed() - current.since, timings)
    if (now === announced) return
    announced = now
    for (const job of store.open(role)) if (job.id !== current?.jobId) announce(job)
  }
  function announceInTime(): void {
    try {
      announceWaiting()
    } catch (error) {
      if (!isDatabaseFault(error)) logBug(log, 'the print service', error)
    }
  }
  const own = (jobId: string): JobInWork | null => (current?.jobId === jobId ? current.inWork : null)

  return {
    begin(jobId) {
      cancelTimer()
      const wereAnnounced = announced !== null
      const inWork: JobInWork = { attention: null, cancelWanted: false, left: false }
      current = { jobId, inWork, since: clock.elapsed() }
      announced = null
      if (wereAnnounced) for (const job of store.open(role)) announce(job)
      cancelTimer = clock.after(timings.stillSaid, announceInTime)
      return inWork
    },
    end() {
      cancelTimer()
      current = announced = null
    },
    own,
    stateOf: (jobId) => own(jobId) ?? (announced === null ? null : { attention: announced, cancelWanted: false, left: false }),
    announceWaiting,
  }
}

/** What is reported of waiting jobs: what the printer asks for, or that it is busy with another job. */
function attentionOfWaiting(ahead: Attention | null, inWorkFor: number, { stillSaid }: PrintTimings): Attention | null {
  if (ahead === 'slow') return 'waiting'
  return ahead ?? (inWorkFor >= stillSaid ? 'waiting' : null)
}
