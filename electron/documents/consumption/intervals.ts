import type { Reading } from '../../../shared/utility-api/generated/types.gen.ts'
import { midnight } from '../../../shared/domain/midnight.ts'

/** What was consumed from one reading to the next. */
export interface Interval {
  /** Seconds since the epoch: the beginning of the day of the earlier reading, in the zone. */
  start: number
  /** Seconds. */
  duration: number
  consumption: number
  kind: Reading['kind']
}

/**
 * Readings that say what was consumed, each from the one before that did; the first of all begins the first interval. Nothing is said of a
 * consumption of which nobody knows since when.
 */
export function intervalsOf(oldestFirst: readonly Reading[], timeZone: string): Interval[] {
  const intervals: Interval[] = []
  let since: Reading | undefined
  for (const reading of oldestFirst) {
    const { consumption, takenOn, kind } = reading
    if (consumption != null && since !== undefined) {
      const [start, end] = [midnight(since.takenOn, timeZone), midnight(takenOn, timeZone)]
      intervals.push({ start: start / 1000, duration: (end - start) / 1000, consumption, kind })
    }
    if (consumption != null || since === undefined) since = reading
  }
  return intervals
}
