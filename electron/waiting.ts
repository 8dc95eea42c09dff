import type { Clock } from './clock.ts'

/** Answers after so many milliseconds. */
export const sleep = (clock: Clock, milliseconds: number): Promise<void> => new Promise((resolve) => clock.after(milliseconds, resolve))

interface TimeLimit {
  clock: Clock
  milliseconds: number
  /** Ends the waiting sooner. */
  signal?: AbortSignal
  /** Given what nobody waits for any more. */
  onLate?: (running: Promise<unknown>) => void
}

/**
 * Waits for work that may hang in the system, as on a dying stick, no longer than that; null then. What hangs cannot be stopped: the signal
 * asks it to leave off where it can.
 */
export async function inTime<T>({ clock, milliseconds, signal, onLate }: TimeLimit, work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  if (signal?.aborted) return null
  const late = new AbortController()
  const cancel = clock.after(milliseconds, () => late.abort())
  const ended = signal ? AbortSignal.any([signal, late.signal]) : late.signal
  const running = work(ended)
  const gaveUp = new Promise<null>((resolve) => {
    ended.addEventListener('abort', () => {
      onLate?.(running)
      resolve(null)
    })
  })
  return Promise.race([running, gaveUp]).finally(cancel)
}

/** Does one thing after another; what fails does not stop the next. */
export function createSerialAccess(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
}

export interface Wait {
  milliseconds: number
  /** So many of them pass whoever wakes; 0. */
  least?: number
}

/** A wait between two passes of a loop, which other parts may cut short. */
export interface Pause {
  sleep(wait: Wait): Promise<void>
  /** Cuts the wait short; while nobody waits, the next one. */
  wake(): void
  /** Ends the wait, and every later one at once. */
  close(): void
}

export function createPause(clock: Clock): Pause {
  let woken = false
  let closed = false
  let endSleep: (() => void) | null = null
  let endLeast: (() => void) | null = null

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
    async sleep({ milliseconds, least = 0 }) {
      if (!closed && least > 0) await wait(least, (end) => (endLeast = end))
      endLeast = null
      if (!closed && !woken) await wait(Math.max(0, milliseconds - least), (end) => (endSleep = end))
      endSleep = null
      woken = false
    },
    wake() {
      if (endSleep) endSleep()
      else woken = true
    },
    close() {
      closed = true
      endLeast?.()
      endSleep?.()
    },
  }
}
