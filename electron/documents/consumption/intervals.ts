import type { Reading } from '../../../shared/utility-api/generated/types.gen.ts'
import { consumedSpans } from '../../../shared/domain/consumption.ts'
import { midnight } from '../../../shared/domain/midnight.ts'

/** What was consumed from one reading to the next. */
export interface Interval {
  /** Seconds since the epoch: the beginning of the day of the earlier reading, in the zone. */
  start: number
  /** Seconds, more than zero. */
  duration: number
  consumption: number
  kind: Reading['kind']
}

/** What was consumed between readings, in the seconds of the zone's days. */
export const intervalsOf = (oldestFirst: readonly Reading[], timeZone: string): Interval[] =>
  consumedSpans(oldestFirst).map(({ since, takenOn, consumption, kind }) => {
    const start = midnight(since, timeZone)
    return { start: start / 1000, duration: (midnight(takenOn, timeZone) - start) / 1000, consumption, kind }
  })
