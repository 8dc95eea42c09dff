import type { AuditEntry } from '../audit/audit.ts'
import type { Clock } from '../clock.ts'
import { isDatabaseFault } from '../faults.ts'
import { logBug, type Log } from '../log/log.ts'
import type { AuditName } from '../session/actor.ts'
import type { StoredJob } from './job.ts'
import type { JobChange } from './jobTable.ts'

/** A change of a job, and what the audit calls it. */
export interface JobWrite {
  what: AuditEntry['what']
  change: JobChange
  /** Who did it, where it was not whoever asked for the job. */
  who?: AuditName
}

interface PendingWritesParts {
  clock: Clock
  log: Log
  /** Milliseconds between two tries to write. */
  retry: number
  /** Writes what is pending for a job; throws while it cannot. */
  write: (jobId: string) => void
}

/** What has happened to jobs and could not be written: it counts at once, and is written as soon as the disk takes it. */
export interface PendingWrites {
  /** The job as it is, where its row is behind. */
  latest(jobId: string): StoredJob | undefined
  /** What is to be written of it, in order. */
  of(jobId: string): readonly JobWrite[]
  add(job: StoredJob, write: JobWrite): void
  /** Forgets what has been written of a job. */
  clear(jobId: string): void
  /** Tries a last time. */
  stop(): void
}

export function createPendingWrites({ clock, log, retry, write }: PendingWritesParts): PendingWrites {
  const pending = new Map<string, { job: StoredJob; writes: JobWrite[] }>()
  let cancelRetry: (() => void) | null = null
  let stopped = false

  const retryLater = (): void => {
    if (!stopped)
      cancelRetry ??= clock.after(retry, () => {
        cancelRetry = null
        flush()
      })
  }
  const flush = (): void => {
    for (const jobId of [...pending.keys()]) {
      try {
        write(jobId)
      } catch (error) {
        if (isDatabaseFault(error)) return retryLater()
        logBug(log, 'writing pending changes of a print job', error)
        pending.delete(jobId)
      }
    }
  }
  return {
    latest: (jobId) => pending.get(jobId)?.job,
    of: (jobId) => pending.get(jobId)?.writes ?? [],
    add(job, added) {
      pending.set(job.id, { job, writes: [...(pending.get(job.id)?.writes ?? []), added] })
      log.warn({ jobId: job.id, what: added.what }, 'print job not written: kept in memory, write will be retried')
      retryLater()
    },
    clear: (jobId) => void pending.delete(jobId),
    stop() {
      stopped = true
      cancelRetry?.()
      flush()
    },
  }
}
