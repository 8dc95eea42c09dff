import type { WritableDb } from '../cache/db.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { Clock } from '../clock.ts'
import { isStorageFault } from '../faults.ts'
import type { Log } from '../log/log.ts'

const FREE_MISSES = 5
const FIRST_DELAY = 1000
const LONGEST_DELAY = 5 * 60_000

/** Slows guessing down, for the whole kiosk. */
export interface Throttle {
  /** Milliseconds until the next look-up is judged; 0 when it is now. */
  remaining(): number
  missed(): void
  matched(): void
}

export interface DelayRule {
  /** The miss that is the first to cost time. */
  from: number
  /** Milliseconds. */
  longest: number
}
const LOOKUPS: DelayRule = { from: FREE_MISSES, longest: LONGEST_DELAY }

/** Delay after so many misses in a row: none at first, then 1 s, doubling. Of look-ups none for the first four, and at most 5 min. */
export function delayAfter(misses: number, { from, longest }: DelayRule = LOOKUPS): number {
  return misses < from ? 0 : Math.min(FIRST_DELAY * 2 ** (misses - from), longest)
}

/**
 * The count is kept in the database; the delay is measured on the monotonic clock and starts again with the program, so neither a
 * restart nor a changed wall clock shortens it. While the disk takes nothing the count goes on in memory: a look-up writes nothing else, and
 * customers go on looking up.
 */
export function createThrottle({ db, clock, log }: { db: WritableDb; clock: Clock; log: Log }): Throttle {
  const read = db.prepare<[], number>('SELECT misses FROM lookup_throttle').pluck()
  const write = db.prepare<[number]>('UPDATE lookup_throttle SET misses = ?')
  let misses = read.get() ?? 0
  let kept = misses
  let opensAt = clock.elapsed() + delayAfter(misses)

  const count = (value: number): void => {
    misses = value
    opensAt = clock.elapsed() + delayAfter(misses)
    keep()
  }
  const keep = (): void => {
    try {
      inTransaction(db, () => write.run(misses))
      kept = misses
    } catch (error) {
      if (!isStorageFault(error)) throw error
      log.warn({ code: error.code }, 'lookup misses not stored: counted in memory only')
    }
  }
  return {
    remaining: () => Math.max(0, opensAt - clock.elapsed()),
    missed: () => count(misses + 1),
    matched: () => {
      if (misses > 0 || kept > 0) count(0)
    },
  }
}
