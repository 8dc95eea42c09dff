import type { ApiClient } from '../api/client.ts'
import { bound } from '../bounds/bound.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import type { ReadingFailure } from './readPages.ts'
import { createPause } from '../waiting.ts'
import { createFeedReader, type Writer } from './reading.ts'
import { waitAfter } from './schedule.ts'

const BRANCH_EVERY = 10 * 60_000

interface FollowingParts {
  api: ApiClient
  writer: Writer
  clock: Clock
  /** In [0, 1). */
  random: () => number
  log: Log
  /** A valid page came. */
  onPage: () => void
  /** A reading ended, well (null) or not; `failures`: how many ended badly in a row. */
  onRead: (failure: ReadingFailure | null, failures: number) => void
}

export interface Following {
  /** Reads the feed at once, or once more after the present reading; not before a `Retry-After` is over. */
  poke(): void
  /** Starts a full resync, unless one is running. */
  resync(): void
  /** Aborts the running calls. */
  cut(): void
  /** Ends after the page that is being written. */
  stop(): void
  ended: Promise<void>
}

/** Follows the utility's feed for as long as the program runs. */
export function followFeed({ api, writer, clock, random, log, onPage, onRead }: FollowingParts): Following {
  const readFeed = createFeedReader(api, writer)
  const readBranch = createBranchReader(api, writer, clock)
  const pause = createPause(clock)
  let reading = new AbortController()
  let stopped = false
  let resyncWanted = false

  async function readOnce(): Promise<ReadingFailure | null> {
    const { signal } = (reading = new AbortController())
    await readBranch(signal)
    if (resyncWanted) resyncWanted = !(await writer({ kind: 'resync' })).accepted
    const failure = await readFeed({ onPage, signal })
    await writer({ kind: 'rest' })
    return failure
  }

  async function run(): Promise<void> {
    for (let failures = 0; !stopped;) {
      const failure = await readOnce()
      if (stopped) break
      logReading(log, failure, failures)
      failures = failure ? failures + 1 : 0
      onRead(failure, failures)
      await pause.sleep(waitAfter(failure, failures, random()))
    }
  }

  return {
    poke: () => pause.wake(),
    resync() {
      resyncWanted = true
      pause.wake()
    },
    cut: () => reading.abort(),
    stop() {
      stopped = true
      reading.abort()
      pause.close()
    },
    ended: run(),
  }
}

function logReading(log: Log, failure: ReadingFailure | null, failures: number): void {
  if (failure && failures === 0) log.warn({ failure }, 'feed read failed')
  if (!failure && failures > 0) log.info({ failures }, 'feed read recovered')
}

/** Reads the branch when its last reading is old. */
function createBranchReader(api: ApiClient, writer: Writer, clock: Clock): (signal: AbortSignal) => Promise<void> {
  let due = -Infinity
  return async (signal) => {
    if (clock.elapsed() < due) return
    const branch = await api.getBranch({ signal })
    if (!branch.ok) return
    due = clock.elapsed() + BRANCH_EVERY
    const bounded = bound('branch', branch.value)
    if (bounded.ok) await writer({ kind: 'branch', data: JSON.stringify(bounded.value) })
  }
}
