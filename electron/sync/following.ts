import type { ApiClient } from '../api/client.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import type { ReadingFailure } from './pages.ts'
import { createFeedReader, type Writer } from './reading.ts'
import { waitAfter } from './schedule.ts'

const BRANCH_EVERY = 10 * 60_000

interface FollowingParts {
  api: ApiClient
  writer: Writer
  clock: Clock
  log: Log
  /** Whether the utility answered, each time that this changes. */
  onOnline: (online: boolean) => void
}

export interface Following {
  /** The feed is read again at once, or once more when it is being read now. */
  poke(): void
  /** Ends after the page under way. */
  stop(): void
  ended: Promise<void>
}

/** Follows the utility's feed for as long as the program runs. */
export function followFeed({ api, writer, clock, log, onOnline }: FollowingParts): Following {
  const readFeed = createFeedReader(api, writer)
  const readBranch = createBranchReader(api, writer, clock)
  const pause = createPause(clock)
  let stopped = false
  let online: boolean | null = null

  function tell(now: boolean): void {
    if (online !== now) onOnline((online = now))
  }

  async function readOnce(): Promise<ReadingFailure | null> {
    await readBranch()
    const failure = await readFeed(() => tell(true))
    await writer({ kind: 'rest' })
    return failure
  }

  async function run(): Promise<void> {
    for (let failures = 0; !stopped; ) {
      const failure = await readOnce()
      if (stopped) break
      // A cache that cannot be written says nothing about the network.
      if (failure?.failure !== 'not-written') tell(failure === null)
      if (failure && failures === 0) log.warn({ failure }, 'the feed cannot be read')
      if (!failure && failures > 0) log.info({ failures }, 'the feed is read again')
      failures = failure ? failures + 1 : 0
      await pause.for(waitAfter(failure, failures, Math.random()))
    }
  }

  return {
    poke: () => pause.end(),
    stop() {
      stopped = true
      pause.end()
    },
    ended: run(),
  }
}

/** Reads the branch when it has not been read for a while. */
function createBranchReader(api: ApiClient, writer: Writer, clock: Clock): () => Promise<void> {
  let due = -Infinity
  return async () => {
    if (clock.elapsed() < due) return
    const branch = await api.getBranch()
    if (!branch.ok) return
    due = clock.elapsed() + BRANCH_EVERY
    await writer({ kind: 'branch', data: JSON.stringify(branch.value) })
  }
}

/** A wait that can be ended; ended while nobody waits, the next wait is none. */
function createPause(clock: Clock) {
  let skip = false
  let wake: (() => void) | null = null
  return {
    for(milliseconds: number): Promise<void> {
      if (skip) {
        skip = false
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        const done = (): void => {
          wake = null
          cancel()
          resolve()
        }
        const cancel = clock.after(milliseconds, done)
        wake = done
      })
    },
    end(): void {
      if (wake) wake()
      else skip = true
    },
  }
}
