import type { Clock } from '../clock.ts'
import { ACCESSIBLE_FACTOR } from './idle.ts'

const MINUTE = 60_000
/** A clerk who touches nothing for so long is not there. */
const QUIET = 5 * MINUTE
/** What a locked session keeps is kept for so long: at a kiosk, customers wait behind it. */
const ABANDONED_AFTER = 30 * MINUTE

interface LockParts {
  clock: Clock
  onQuiet: () => void
  onAbandoned: () => void
}

/** Watches for a clerk who has gone away: paper that is on its way does not keep their screen open. */
export function createLockWatch({ clock, onQuiet, onAbandoned }: LockParts) {
  let cancel = (): void => undefined
  let factor = 1

  function begin(isLocked: boolean): void {
    cancel()
    cancel = isLocked ? clock.after(ABANDONED_AFTER, onAbandoned) : clock.after(QUIET * factor, onQuiet)
  }
  return {
    begin,
    /** Whoever needs three times as long has it, until they say otherwise. */
    touched(accessible: boolean): void {
      factor = accessible ? ACCESSIBLE_FACTOR : 1
      begin(false)
    },
    stop(): void {
      factor = 1
      cancel()
    },
  }
}
