import type { Clock } from '../clock.ts'

const WINDOW_MS = 60_000
/** So many failures within a minute are not bad luck. */
const TOO_MANY = 6
const REST_MS = 60_000

/** What to do when the screen breaks down: start it anew, or, when that does not help, show a safe screen and try again later. */
export interface Recovery {
  /** The renderer died, hung, or went away. The visitor's session is over already. */
  failed(): void
  stop(): void
}

interface RecoveryParts {
  clock: Clock
  /** Starts the page afresh. */
  restart(): void
  /** Shows the page that cannot fail. */
  rest(): void
}

/** Six failures in a minute end in a minute of rest. */
export function createRecovery({ clock, restart, rest }: RecoveryParts): Recovery {
  let failures: number[] = []
  let resting = false
  let cancel = (): void => undefined
  const wake = (): void => {
    resting = false
    failures = []
    restart()
  }
  return {
    failed() {
      // The safe screen itself failed: there is nothing safer, it must wait for its time.
      if (resting) return
      const now = clock.elapsed()
      failures = [...failures.filter((at) => now - at < WINDOW_MS), now]
      if (failures.length < TOO_MANY) return restart()
      resting = true
      cancel = clock.after(REST_MS, wake)
      rest()
    },
    stop: () => cancel(),
  }
}
