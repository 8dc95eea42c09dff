import type { Clock } from '../../clock.ts'

/** So often within a time, counted apart for each key. */
export interface Limit {
  /** Counts one more and answers 0, or the seconds after which one more is allowed. */
  take(key: string): number
  /** What was counted of a key no longer counts. */
  forget(key: string): void
}

export function createLimit(clock: Pick<Clock, 'elapsed'>, { most, milliseconds }: { most: number; milliseconds: number }): Limit {
  const taken = new Map<string, number[]>()
  const recent = (key: string): number[] => (taken.get(key) ?? []).filter((at) => clock.elapsed() < at + milliseconds)

  return {
    take(key) {
      const times = recent(key)
      const oldest = times[0]
      if (oldest !== undefined && times.length >= most) return Math.max(1, Math.ceil((oldest + milliseconds - clock.elapsed()) / 1000))
      taken.set(key, [...times, clock.elapsed()])
      return 0
    },
    forget: (key) => void taken.delete(key),
  }
}
