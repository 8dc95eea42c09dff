import type { Clock } from '../clock.ts'
import { ACCESSIBLE_FACTOR, WARNING_SECONDS } from './idle.ts'

const SECOND = 1000
const LIMIT_SECONDS = 15 * 60
/** Paper that is on its way is waited for; so often it is looked whether it has come. */
const LOOK_SECONDS = 5

interface LimitParts {
  clock: Clock
  /** The visitor waits for paper. */
  isHeld: () => boolean
  onWarning: (secondsLeft: number) => void
  onOver: () => void
}

/** Nobody stays signed in for longer than this, however busy: whoever takes another's place at the screen is not who signed in. */
export function createSignInLimit({ clock, isHeld, onWarning, onOver }: LimitParts) {
  let cancel = (): void => {}
  let factor = 1
  let begun = 0
  let isWaiting = false

  const wait = (seconds: number, action: () => void): void => {
    cancel()
    cancel = clock.after(seconds * SECOND, action)
  }
  const left = (): number => LIMIT_SECONDS * factor - (clock.elapsed() - begun) / SECOND
  const waitForWarning = (): void => wait(Math.max(0, left() - WARNING_SECONDS), warn)
  const warn = (): void => {
    isWaiting = false
    if (isHeld()) return wait(LOOK_SECONDS, warn)
    onWarning(WARNING_SECONDS)
    wait(WARNING_SECONDS, over)
  }
  const over = (): void => (isHeld() ? wait(LOOK_SECONDS, over) : onOver())
  return {
    begin(): void {
      begun = clock.elapsed()
      isWaiting = true
      waitForWarning()
    },
    /** Who needs three times as long has it, until they say otherwise. */
    allow(accessible: boolean): void {
      factor = accessible ? ACCESSIBLE_FACTOR : 1
      if (isWaiting) waitForWarning()
    },
    stop(): void {
      factor = 1
      isWaiting = false
      cancel()
    },
  }
}
