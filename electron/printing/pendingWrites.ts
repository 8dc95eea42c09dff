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
  /** Who made the change, if not the person who asked for the job. */
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

/** Changes of jobs that could not be written: valid at once, written as soon as the disk allows. */
export interface PendingWrites {
  /** The current job, where its row is out of date. */
  latest(jobId: string): StoredJob | undefined
  /** The changes of a job that are to be written, in order. */
  of(jobId: string): readonly JobWrite[]
  add(job: StoredJob, write: JobWrite): void
  /** Forgets the changes of a job that have been written. */
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
