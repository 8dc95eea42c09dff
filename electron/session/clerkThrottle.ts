import type { WritableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { createMissCounts, type MissCounts } from './missCounts.ts'

const SECOND = 1000
const RULES = {
  /** Whoever guesses one clerk's PIN gets fewer than 500 tries a day, of a million there are at least. */
  one: { from: 3, longest: 300 * SECOND },
  /** Whoever types wrong PINs for fun makes the next clerk wait half a minute: nobody locks a branch. */
  machine: { from: 12, longest: 30 * SECOND },
}

/** No clerk's id: an identifier has a character at least. */
const MACHINE = ''
/** Ids that the utility never sent are counted together: what is kept does not grow by them. */
const UNKNOWN = ': unknown'

/** Slows the guessing of PINs down. */
export interface ClerkThrottle extends Pick<MissCounts<string>, 'matched'> {
  /** null: an id that the utility never sent. */
  remaining(clerkId: string | null): number
  missed(clerkId: string | null): void
}

export function createClerkThrottle(parts: { db: WritableDb; clock: Clock; log: Log }): ClerkThrottle {
  const counts = createMissCounts<string>({ ...parts, table: { name: 'clerk_throttle', key: 'clerk' }, machine: MACHINE, rules: RULES })
  return {
    remaining: (clerkId) => counts.remaining(clerkId ?? UNKNOWN),
    missed: (clerkId) => counts.missed(clerkId ?? UNKNOWN),
    matched: counts.matched,
  }
}
