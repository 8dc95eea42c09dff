/** Time, passed in wherever it matters, so that tests own it and a wrong wall clock hurts nothing that counts durations. */
export interface Clock {
  /** Wall time, milliseconds since the epoch. May jump. */
  now(): number
  /** Monotonic milliseconds; only differences mean anything. */
  elapsed(): number
  /** Calls once after so many milliseconds; the answer cancels. */
  after(milliseconds: number, action: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds)
    return () => clearTimeout(timer)
  },
}
