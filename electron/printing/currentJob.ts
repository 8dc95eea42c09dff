import type { Attention } from '../../shared/contract/printing.ts'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'
import type { JobInWork, StoredJob } from './job.ts'
import type { JobLedger } from './jobStore.ts'
import { isDiskTrouble } from './storing.ts'
import type { PrintTimings } from './timings.ts'

interface InHandParts {
  clock: Clock
  log: Log
  ledger: Pick<JobLedger, 'open'>
  timings: PrintTimings
  announce: (job: StoredJob) => void
}

/** The one job in work, and what those are told that wait for it. */
export interface InHand {
  take(jobId: string): JobInWork
  letGo(): void
  /** Null unless this job is in work. */
  own(jobId: string): JobInWork | null
  /** Of the job in work its own, of the others what they are told of it; null when there is nothing to tell. */
  told(jobId: string): JobInWork | null
  /** The attention of the one in work has changed. */
  tellBehind(): void
}

export function createInHand({ clock, log, ledger, timings, announce }: InHandParts): InHand {
  let current: { jobId: string; inWork: JobInWork; since: number } | null = null
  /** What the others are told. */
  let behind: Attention | null = null
  let forgetTimer = (): void => undefined

  function tellBehind(): void {
    const now = current && attentionBehind(current.inWork.attention, clock.elapsed() - current.since, timings)
    if (now === behind) return
    behind = now
    for (const job of ledger.open()) if (job.id !== current?.jobId) announce(job)
  }
  function tellInTime(): void {
    try {
      tellBehind()
    } catch (error) {
      if (!isDiskTrouble(error)) logBug(log, 'the print queue', error)
    }
  }
  const own = (jobId: string): JobInWork | null => (current?.jobId === jobId ? current.inWork : null)

  return {
    take(jobId) {
      forgetTimer()
      const wasTold = behind !== null
      const inWork: JobInWork = { attention: null, cancelWanted: false, left: false }
      current = { jobId, inWork, since: clock.elapsed() }
      behind = null
      if (wasTold) for (const job of ledger.open()) announce(job)
      forgetTimer = clock.after(timings.stillSaid, tellInTime)
      return inWork
    },
    letGo() {
      forgetTimer()
      current = behind = null
    },
    own,
    told: (jobId) => own(jobId) ?? (behind === null ? null : { attention: behind, cancelWanted: false, left: false }),
    tellBehind,
  }
}

/** What the printer asks for, or that it is busy with another. */
function attentionBehind(ahead: Attention | null, inWorkFor: number, { stillSaid }: PrintTimings): Attention | null {
  if (ahead === 'slow') return 'waiting'
  return ahead ?? (inWorkFor >= stillSaid ? 'waiting' : null)
}
