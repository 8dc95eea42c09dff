import type { Clock } from '../clock.ts'

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
