import type { Clock } from '../clock.ts'

/** How old the data are. */
export interface DataAge {
  /** The utility's time up to which the data are known now. */
  note(asOf: string | null): void
  seconds(asOf: string | null): number | null
}

/**
 * Counted on the monotonic clock from when the utility was heard, so that a wrong wall clock makes nothing look old; by the wall clock for data
 * of a run before this one. Never negative.
 */
export function createDataAge(clock: Clock): DataAge {
  let heard: { asOf: string; at: number } | null = null
  return {
    note(asOf) {
      if (asOf !== null && asOf !== heard?.asOf) heard = { asOf, at: clock.elapsed() }
    },
    seconds(asOf) {
      if (asOf === null) return null
      const age = heard?.asOf === asOf ? clock.elapsed() - heard.at : clock.now() - Date.parse(asOf)
      return Math.max(0, Math.round(age / 1000))
    },
  }
}
