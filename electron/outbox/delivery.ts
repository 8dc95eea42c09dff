import type { ApiFailure } from '../api/outcome.ts'
import type { ReadableDb } from '../cache/db.ts'
import { findCommand, nextOfAccount, pendingLanes, type StoredCommand } from '../cache/queries/commands.ts'
import type { Clock } from '../clock.ts'
import { isDatabaseFault } from '../faults.ts'
import { logBug } from '../log/log.ts'
import { attempt, type AttemptParts } from './attempt.ts'
import { backoff, heldFor } from './backoff.ts'
import { createLanes, type Lane, type Lanes } from './lanes.ts'

export type DeliveryParts = AttemptParts & {
  clock: Clock
  /** In [0, 1). */
  random?: () => number
}

/** Gives the utility what waits: in order for each account, accounts beside each other, until it has it or refuses it. */
export interface Delivery {
  /** Something new waits. */
  add(command: Pick<StoredCommand, 'id' | 'accountId'>): void
  /** Cuts short what waits, unless the utility named the time. */
  wake(): void
  /** Ends the calls under way; what they carried stays pending unless its answer had come. */
  stop(): Promise<void>
}

/** How many calls are under way at once. */
const AT_ONCE = 4

export function startDelivery(parts: DeliveryParts): Delivery {
  const { db, clock } = parts
  const lanes = createLanes(clock)
  const closing = new AbortController()
  const running = new Set<Promise<void>>()
  let cancelTimer = (): void => undefined

  function begin(): void {
    cancelTimer()
    if (closing.signal.aborted) return
    for (let lane = lanes.next(); lane && running.size < AT_ONCE; lane = lanes.next()) run(lane)
    const at = lanes.earliest()
    if (at !== null && running.size < AT_ONCE) cancelTimer = clock.after(Math.max(0, at - clock.elapsed()), begin)
  }

  function run(lane: Lane): void {
    lane.running = true
    const work = deliverNext(parts, lanes, lane, closing.signal).finally(() => {
      lane.running = false
      running.delete(work)
      begin()
    })
    running.add(work)
  }

  for (const command of pendingLanes(db)) lanes.add(command)
  // Nothing is told before whoever started this has it.
  queueMicrotask(begin)
  return {
    add(command) {
      lanes.add(command)
      begin()
    },
    wake() {
      lanes.wake()
      begin()
    },
    async stop() {
      closing.abort()
      cancelTimer()
      await Promise.all(running)
    },
  }
}

/** Never rejects: whatever happens, the lane goes on later. */
async function deliverNext(parts: DeliveryParts, lanes: Lanes, lane: Lane, signal: AbortSignal): Promise<void> {
  try {
    const command = firstOf(parts.db, lane)
    if (!command) return lanes.remove(lane)
    const failed = await attempt(parts, command, signal)
    if (!failed) lane.failures = 0
    else if (!signal.aborted) retryLater(parts, lanes, lane, failed)
  } catch (error) {
    if (isDatabaseFault(error)) parts.log.error({ code: error.code }, 'delivery outcome not stored')
    else logBug(parts.log, 'delivery', error)
    postpone(parts, lanes, lane, 0)
  }
}

function firstOf(db: ReadableDb, { accountId, commandId }: Lane): StoredCommand | null {
  if (accountId !== null) return nextOfAccount(db, accountId)
  const command = findCommand(db, commandId)
  return command?.state === 'pending' ? command : null
}

function retryLater(parts: DeliveryParts, lanes: Lanes, lane: Lane, { failure, status, retryAfterMs = 0 }: ApiFailure): void {
  postpone(parts, lanes, lane, retryAfterMs)
  // These two speak of the utility, 408 and 409 of this command.
  if (status === 429 || status === 503) lanes.holdAll(lane.heldUntil)
  parts.log.info({ failure, status, failures: lane.failures }, 'command delivery postponed')
}

function postpone({ clock, random = Math.random }: DeliveryParts, lanes: Lanes, lane: Lane, retryAfter: number): void {
  lane.failures += 1
  const now = clock.elapsed()
  const heldUntil = retryAfter === 0 ? 0 : now + heldFor(retryAfter, random())
  lanes.postpone(lane, { heldUntil, notBefore: Math.max(heldUntil, now + backoff(lane.failures, random())) })
}
