import type { ApiSettings } from '../api/caller.ts'
import { openDatabase } from '../cache/openDatabase.ts'
import { readFeedState } from '../cache/queries/feed.ts'
import { createWriterPriority, type WriterPriority } from '../cache/writerPriority.ts'
import { systemClock, type Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'
import type { Report } from './messages.ts'
import { originOf } from './origin.ts'
import { startThreads, type Threads } from './threads.ts'
import { relayLine } from './workerLog.ts'

/** The state of the data that screens show. */
export interface SyncStatus {
  /** The utility answered within the last seconds, and the last reading of the feed succeeded. */
  online: boolean
  /** The first load is done. */
  complete: boolean
  /** The utility's time when the cache was last known to hold everything; RFC 3339. */
  asOf: string | null
  changesApplied: number
  /** How many entities have an invalid newest change. */
  setAside: number
}

interface SyncParts {
  databaseFile: string
  api: ApiSettings
  log: Log
  /** Called each time that the state changes. */
  onStatus: (status: SyncStatus) => void
  /** Entities of the feed (or `branch`) of which something changed in the cache. */
  onChanged: (entities: string[]) => void
  /** The file is corrupt: called once, and the sync has ended. The recovery starts another. */
  onCorrupt?: () => void
  /** `writerPriorityOf` the main thread's connection, so that its transactions do not wait for a whole catch-up. */
  priority?: WriterPriority
  clock?: Clock
}

export interface SyncHandle {
  /** Reads the feed now instead of at its next time. */
  poke(): void
  /** Starts a full resync, unless one is running. The served tables stay until the new ones are complete. */
  resync(): void
  status(): SyncStatus
  stop(): Promise<void>
}

const RESTART_AFTER = 5_000

/**
 * Keeps the cache up to date in two worker threads: one reads and validates the feed, one writes, so that the main event loop waits for neither.
 * Workers that crash are started again.
 */
export function startSync(parts: SyncParts): SyncHandle {
  const { databaseFile, api, log, onChanged, onCorrupt, priority = createWriterPriority(), clock = systemClock } = parts
  const status = createStatus(readStatus(databaseFile, originOf(api)), parts.onStatus)
  const launch = (): Threads => startThreads({ databaseFile, api, priority, onReport, onBug })
  let cancelRestart = (): void => undefined
  let stopped = false
  let threads = launch()

  function onBug(worker: string, error: unknown): void {
    logBug(log, worker, error)
    status.update({ online: false })
    cancelRestart()
    cancelRestart = clock.after(RESTART_AFTER, () => void restart())
  }

  async function restart(): Promise<void> {
    await threads.stop()
    if (!stopped) threads = launch()
  }

  function onReport(worker: string, report: Report): void {
    if (report.kind === 'log') return relayLine(log, worker, report.line)
    if (stopped) return
    if (report.kind === 'online') return status.update({ online: report.online })
    if (report.kind === 'corrupt') return giveUp()
    const { kind: _kind, entities, ...cache } = report
    status.update(cache)
    if (entities.length > 0) onChanged(entities)
  }

  /** Ends the sync for good: workers that are started again would open the same file. */
  function giveUp(): void {
    void stop()
    log.fatal('database corrupt: sync ended')
    status.update({ online: false })
    onCorrupt?.()
  }

  function stop(): Promise<void> {
    stopped = true
    cancelRestart()
    return threads.stop()
  }

  return { poke: () => threads.poke(), resync: () => threads.resync(), status: status.now, stop }
}

function createStatus(initial: SyncStatus, onStatus: (status: SyncStatus) => void) {
  let status = initial
  return {
    now: () => status,
    update(news: Partial<SyncStatus>): void {
      const next = { ...status, ...news }
      if (JSON.stringify(next) !== JSON.stringify(status)) onStatus((status = next))
    },
  }
}

/** The state by the file, before the first message of the workers; another utility's data do not count. */
function readStatus(databaseFile: string, origin: string): SyncStatus {
  const db = openDatabase(databaseFile, { role: 'feed' })
  try {
    const state = readFeedState(db)
    const ours = state.origin === origin
    const { asOf, changesApplied, setAside } = state
    return { online: false, complete: ours && state.complete, asOf: ours ? asOf : null, changesApplied, setAside }
  } finally {
    db.close()
  }
}
