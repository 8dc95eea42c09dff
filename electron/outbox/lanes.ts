import type { Clock } from '../clock.ts'

/** Commands of one account go one after another; a command without an account has a lane of its own. */
export interface Lane {
  accountId: string | null
  /** The command that opened the lane; the only one of a lane without an account. */
  commandId: string
  /** In a row. */
  failures: number
  /** Not earlier, on the monotonic clock. */
  notBefore: number
  /** The utility named this time: nothing shortens it. */
  heldUntil: number
  running: boolean
}

/** Which lanes may have something to deliver, and which may begin. */
export interface Lanes {
  /** Opens the command's lane, unless it is open. */
  add(command: { id: string; accountId: string | null }): void
  /** The next that may begin now. */
  next(): Lane | null
  /** Comes again later, after those that have waited longer. */
  postpone(lane: Lane, until: Pick<Lane, 'notBefore' | 'heldUntil'>): void
  remove(lane: Lane): void
  /** Nothing begins before, in any lane. */
  holdAll(until: number): void
  /** Ends the waits that nobody asked for. */
  wake(): void
  /** When the first of those that do not run may begin, on the monotonic clock; null where there is none. */
  earliest(): number | null
}

const keyOf = (accountId: string | null, commandId: string): string => (accountId === null ? `command ${commandId}` : `account ${accountId}`)

export function createLanes(clock: Clock): Lanes {
  const lanes = new Map<string, Lane>()
  let allHeldUntil = 0

  return {
    add({ id: commandId, accountId }) {
      const key = keyOf(accountId, commandId)
      if (!lanes.has(key)) lanes.set(key, { accountId, commandId, failures: 0, notBefore: 0, heldUntil: 0, running: false })
    },
    next() {
      const now = clock.elapsed()
      if (now < allHeldUntil) return null
      for (const lane of lanes.values()) if (!lane.running && now >= lane.notBefore) return lane
      return null
    },
    postpone(lane, until) {
      const key = keyOf(lane.accountId, lane.commandId)
      lanes.delete(key)
      lanes.set(key, Object.assign(lane, until))
    },
    remove: ({ accountId, commandId }) => void lanes.delete(keyOf(accountId, commandId)),
    holdAll(until) {
      allHeldUntil = Math.max(allHeldUntil, until)
    },
    wake() {
      for (const lane of lanes.values()) lane.notBefore = lane.heldUntil
    },
    earliest() {
      let first: number | null = null
      for (const { running, notBefore } of lanes.values()) if (!running) first = Math.min(first ?? notBefore, notBefore)
      return first === null ? null : Math.max(first, allHeldUntil)
    },
  }
}
