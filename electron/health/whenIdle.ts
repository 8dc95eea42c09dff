import type { Clock } from '../clock.ts'

const LOOK_EVERY_MS = 1_000
const LONGEST_WAIT_MS = 10 * 60_000

interface IdleParts {
  clock: Clock
  /** Nobody is at the counter, nothing prints, and no file is being saved. */
  isIdle: () => boolean
}

/** Acts at the first moment in which the kiosk is idle; gives up after ten minutes. The answer cancels. */
export function whenIdle({ clock, isIdle }: IdleParts, act: () => void, giveUp: () => void): () => void {
  const until = clock.elapsed() + LONGEST_WAIT_MS
  let cancel = (): void => undefined
  const look = (): void => {
    if (isIdle()) act()
    else if (clock.elapsed() >= until) giveUp()
    else cancel = clock.after(LOOK_EVERY_MS, look)
  }
  look()
  return () => cancel()
}
