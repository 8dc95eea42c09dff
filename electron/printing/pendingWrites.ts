import type { AuditEntry } from '../audit/audit.ts'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'
import type { AuditName } from '../session/actor.ts'
import type { StoredJob } from './job.ts'
import type { JobChange } from './jobTable.ts'
import { isDiskTrouble } from './storing.ts'

/** A change of a job, and what the audit calls it. */
export interface Deed {
  what: AuditEntry['what']
  change: JobChange
  /** Who did it, where it was not whoever asked for the job. */
  who?: AuditName
}

interface ArrearsParts {
  clock: Clock
  log: Log
  /** Milliseconds between two tries to write. */
  retry: number
  /** Writes what is owed for a job; throws while it cannot. */
  write: (jobId: string) => void
}

/** What has happened to jobs and could not be written: it counts at once, and is written as soon as the disk takes it. */
export interface Arrears {
  /** The job as it is in truth, where its row is behind. */
  find(jobId: string): StoredJob | undefined
  /** What is to be written of it, in order. */
  of(jobId: string): readonly Deed[]
  owe(job: StoredJob, deed: Deed): void
  paid(jobId: string): void
  /** Tries a last time. */
  stop(): void
}

export function createArrears({ clock, log, retry, write }: ArrearsParts): Arrears {
  const owed = new Map<string, { job: StoredJob; deeds: Deed[] }>()
  let forget: (() => void) | null = null
  let stopped = false

  const later = (): void => {
    if (!stopped)
      forget ??= clock.after(retry, () => {
        forget = null
        payAll()
      })
  }
  const payAll = (): void => {
    for (const jobId of [...owed.keys()]) {
      try {
        write(jobId)
      } catch (error) {
        if (isDiskTrouble(error)) return later()
        logBug(log, 'writing what is owed of a print job', error)
        owed.delete(jobId)
      }
    }
  }
  return {
    find: (jobId) => owed.get(jobId)?.job,
    of: (jobId) => owed.get(jobId)?.deeds ?? [],
    owe(job, deed) {
      const deeds = [...(owed.get(job.id)?.deeds ?? []), deed]
      owed.set(job.id, { job, deeds })
      log.warn({ jobId: job.id, what: deed.what }, 'a print job cannot be written; it is kept in memory')
      later()
    },
    paid: (jobId) => void owed.delete(jobId),
    stop() {
      stopped = true
      forget?.()
      payAll()
    },
  }
}
