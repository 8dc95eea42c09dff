import type { Clock } from '../clock.ts'

const SECOND = 1000
const QUIET_SECONDS = { reading: 60, form: 120 }
/** Whoever is signed in has two minutes, the warning among them, whatever they do. */
const SIGNED_IN_QUIET_SECONDS = 90
export const WARNING_SECONDS = 30
export const ACCESSIBLE_FACTOR = 3
/** For somebody who has gone to tell that the printer has no paper. */
const SOMEBODY_SECONDS = 300

export type ActivityMode = keyof typeof QUIET_SECONDS

export interface IdleWatch {
  /** Somebody touched: the quiet time starts again, and a warning is withdrawn. */
  touched(mode: ActivityMode, accessible: boolean): void
  /** Somebody has signed in, whose quiet time is shorter than that of the form before: it starts again as after the last touch, and a warning is withdrawn. */
  restart(): void
  /** Somebody has touched, and has not left. */
  isAttended(): boolean
  /** Nobody is there: nothing runs until the next touch. */
  stop(): void
}

interface IdleParts {
  clock: Clock
  isSignedIn: () => boolean
  /** While this says so, nothing runs out: the visitor waits for paper. */
  isHeld: () => boolean
  /** Paper comes when somebody has seen to the printer: there is more time until the warning, not time without end. */
  needsSomebody: () => boolean
  onWarning: (secondsLeft: number) => void
  /** The warning no longer stands although nobody touched: paper is moving again. */
  onWithdrawn: () => void
  onTimeout: () => void
}

/** Watches for a visitor who left: a quiet time, then a warning that counts down, then the end. */
export function createIdleWatch(parts: IdleParts): IdleWatch {
  const { isSignedIn, onWithdrawn } = parts
  const times = createTimes(parts)
  let attended = false
  let last: { mode: ActivityMode; factor: number } = { mode: 'reading', factor: SECOND }

  function begin(): void {
    attended = true
    const { mode, factor } = last
    times.begin({ quiet: (isSignedIn() ? SIGNED_IN_QUIET_SECONDS : QUIET_SECONDS[mode]) * factor, extra: SOMEBODY_SECONDS * factor })
  }
  return {
    touched(mode, accessible) {
      last = { mode, factor: SECOND * (accessible ? ACCESSIBLE_FACTOR : 1) }
      begin()
    },
    restart() {
      if (times.isWarned()) onWithdrawn()
      begin()
    },
    isAttended: () => attended,
    stop() {
      attended = false
      times.stop()
    },
  }
}

/** One time after another, in milliseconds. */
function createTimes({ clock, isHeld, needsSomebody, onWarning, onWithdrawn, onTimeout }: Omit<IdleParts, 'isSignedIn'>) {
  let cancel = (): void => {}
  let isWarned = false
  let given = { quiet: 0, extra: 0 }

  const wait = (milliseconds: number, action: () => void): void => {
    cancel()
    cancel = clock.after(milliseconds, action)
  }
  const waitQuiet = (): void => {
    isWarned = false
    wait(given.quiet, () => (isHeld() ? waitQuiet() : waitForSomebody(given.extra)))
  }
  /** Looks again and again: when the paper is there, the rest of the time is not waited for. */
  const waitForSomebody = (left: number): void => {
    if (isHeld()) return waitQuiet()
    if (left <= 0 || !needsSomebody()) return warn()
    const step = Math.min(left, given.quiet)
    wait(step, () => waitForSomebody(left - step))
  }
  const warn = (): void => {
    isWarned = true
    onWarning(WARNING_SECONDS)
    wait(WARNING_SECONDS * SECOND, () => (isHeld() ? withdraw() : onTimeout()))
  }
  const withdraw = (): void => {
    onWithdrawn()
    waitQuiet()
  }
  return {
    begin(times: typeof given): void {
      given = times
      waitQuiet()
    },
    isWarned: () => isWarned,
    stop: () => cancel(),
  }
}
