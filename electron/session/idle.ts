import type { Clock } from '../clock.ts'

const SECOND = 1000
const QUIET_SECONDS = { reading: 60, form: 120 }
const WARNING_SECONDS = 30
const ACCESSIBLE_FACTOR = 3

export type ActivityMode = keyof typeof QUIET_SECONDS

export interface IdleWatch {
  /** Somebody touched: the quiet time starts again, and a warning is withdrawn. */
  touched(mode: ActivityMode, accessible: boolean): void
  /** Somebody has touched, and has not left. */
  isAttended(): boolean
  /** Nobody is there: nothing runs until the next touch. */
  stop(): void
}

interface IdleParts {
  clock: Clock
  /** While this says so, nothing runs out: the visitor waits for paper. */
  isHeld: () => boolean
  onWarning: (secondsLeft: number) => void
  /** The warning no longer stands although nobody touched: paper is moving again. */
  onWithdrawn: () => void
  onTimeout: () => void
}

/** Watches for a visitor who left: a quiet time, then a warning that counts down, then the end. */
export function createIdleWatch({ clock, isHeld, onWarning, onWithdrawn, onTimeout }: IdleParts): IdleWatch {
  let cancel = (): void => {}
  let attended = false
  let quiet = 0

  const wait = (milliseconds: number, action: () => void): void => {
    cancel()
    cancel = clock.after(milliseconds, action)
  }
  const waitQuiet = (): void => wait(quiet, () => (isHeld() ? waitQuiet() : warn()))
  const warn = (): void => {
    onWarning(WARNING_SECONDS)
    wait(WARNING_SECONDS * SECOND, () => (isHeld() ? withdraw() : onTimeout()))
  }
  const withdraw = (): void => {
    onWithdrawn()
    waitQuiet()
  }
  return {
    touched(mode, accessible) {
      attended = true
      quiet = QUIET_SECONDS[mode] * SECOND * (accessible ? ACCESSIBLE_FACTOR : 1)
      waitQuiet()
    },
    isAttended: () => attended,
    stop() {
      attended = false
      cancel()
    },
  }
}
