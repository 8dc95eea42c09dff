import type { Clock } from '../clock.ts'

/** Milliseconds: how long if nothing happens meanwhile, and how long in any case. */
export interface Wait {
  milliseconds: number
  least: number
}

/** Waits between two turns of a loop, which other parts may cut short. */
export interface Pause {
  for(wait: Wait): Promise<void>
  /** Cuts the wait short; while nobody waits, the next one. */
  end(): void
  /** Ends the wait, and every later one at once. */
  close(): void
}

export function createPause(clock: Clock): Pause {
  let skip = false
  let closed = false
  let wake: (() => void) | null = null
  let closeNow: (() => void) | null = null

  function wait(milliseconds: number, keep: (end: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.after(milliseconds, resolve)
      keep(() => {
        cancel()
        resolve()
      })
    })
  }

  return {
    async for({ milliseconds, least }) {
      if (!closed && least > 0) await wait(least, (end) => (closeNow = end))
      closeNow = null
      if (!closed && !skip) await wait(Math.max(0, milliseconds - least), (end) => (wake = end))
      wake = null
      skip = false
    },
    end() {
      if (wake) wake()
      else skip = true
    },
    close() {
      closed = true
      closeNow?.()
      wake?.()
    },
  }
}
