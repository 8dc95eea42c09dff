import type { Clock } from '../clock.ts'

/** The utility's own clock, as its answers tell it: by the kiosk's, which may be wrong, nothing runs out. */
export interface UtilityTime {
  /** It was so late there just now, milliseconds since the epoch. */
  note(at: number | null): void
  /** Whether that instant (RFC 3339) has passed there; not while its time is unknown. */
  hasPassed(instant: string): boolean
}

/** Goes on by the clock that cannot be set. */
export function createUtilityTime(clock: Pick<Clock, 'elapsed'>): UtilityTime {
  let heard: { at: number; elapsed: number } | null = null
  return {
    note(at) {
      if (at !== null) heard = { at, elapsed: clock.elapsed() }
    },
    hasPassed: (instant) => heard !== null && Date.parse(instant) <= heard.at + clock.elapsed() - heard.elapsed,
  }
}
