import type { Heartbeat } from '../../shared/utility-api/generated/types.gen.ts'
import type { ApiClient } from '../api/client.ts'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'

const EVERY_MS = 60_000
/** News that cannot wait for the next minute still wait this long after the last heartbeat. */
const SHORTEST_GAP_MS = 10_000
/** Kiosks that were switched on together must not speak together for ever. */
const JITTER = 0.1

/** A heartbeat, and what is done once the utility has it. */
export interface Report {
  heartbeat: Heartbeat
  delivered(): void
}

export interface Heartbeats {
  /** Whether the utility can be reached; the first heartbeat goes when it can. */
  online(online: boolean): void
  /** Something changed that the utility should know. */
  soon(): void
  stop(): void
}

interface HeartbeatParts {
  api: Pick<ApiClient, 'reportHeartbeat'>
  clock: Clock
  log: Log
  /** Null while there is nothing to say: the utility has not yet said which kiosk this is. */
  collect: () => Promise<Report | null>
  /** What the fleet's owner asks of this kiosk; words that we may not know. */
  obey: (directives: readonly string[]) => void
  every?: number
  random?: () => number
}

/** Tells the utility about once a minute how this kiosk is, while it can be reached. One that is lost is not repeated: the next one comes. */
export function startHeartbeats({ clock, every = EVERY_MS, random = Math.random, ...parts }: HeartbeatParts): Heartbeats {
  let isOnline = false
  let stopped = false
  let speaking = false
  let again = false
  let earliest = -Infinity
  let cancel = (): void => undefined

  function plan(wait: number): void {
    cancel()
    if (isOnline && !stopped && !speaking) cancel = clock.after(Math.max(wait, earliest - clock.elapsed(), 0), () => void beat())
  }

  async function beat(): Promise<void> {
    speaking = true
    again = false
    earliest = clock.elapsed() + SHORTEST_GAP_MS
    const leftAlone = await speak(parts, () => stopped)
    if (leftAlone === null) again = true
    else earliest = Math.max(earliest, clock.elapsed() + leftAlone)
    speaking = false
    plan(again ? 0 : every * (1 - JITTER + 2 * JITTER * random()))
  }

  function soon(): void {
    if (speaking) again = true
    else plan(0)
  }

  return {
    online(now) {
      if (now === isOnline) return
      isOnline = now
      if (now) soon()
      else cancel()
    },
    soon,
    stop() {
      stopped = true
      cancel()
    },
  }
}

type Speaking = Pick<HeartbeatParts, 'api' | 'log' | 'collect' | 'obey'>

/**
 * Milliseconds for which the utility asks to be left alone; null when there was nothing to say yet. Never rejects: a kiosk that cannot say how
 * it is goes on serving.
 */
async function speak({ api, log, collect, obey }: Speaking, isOver: () => boolean): Promise<number | null> {
  try {
    const report = await collect()
    if (!report || isOver()) return null
    const answer = await api.reportHeartbeat(report.heartbeat)
    if (isOver()) return 0
    if (!answer.ok) return answer.retryAfterMs ?? 0
    report.delivered()
    obey(answer.value.directives)
  } catch (error) {
    logBug(log, 'heartbeat', error)
  }
  return 0
}
