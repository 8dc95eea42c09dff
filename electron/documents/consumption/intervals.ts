import type { Reading } from '../../../shared/utility-api/generated/types.gen.ts'
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

/** What was consumed up to one day, by all readings of that day. */
type Day = Pick<Interval, 'consumption' | 'kind'> & { takenOn: string }

/**
 * A stretch for each day whose readings say what was consumed, from the one before that did; the first reading of all begins the first
 * stretch. Nothing is said of a consumption of which nobody knows since when.
 */
export function intervalsOf(oldestFirst: readonly Reading[], timeZone: string): Interval[] {
  const [first] = oldestFirst
  if (!first) return []
  const days = consumedDays(oldestFirst).filter(({ takenOn }) => takenOn > first.takenOn)
  return days.map(({ takenOn, consumption, kind }, index) => {
    const start = midnight(days[index - 1]?.takenOn ?? first.takenOn, timeZone)
    return { start: start / 1000, duration: (midnight(takenOn, timeZone) - start) / 1000, consumption, kind }
  })
}

function consumedDays(oldestFirst: readonly Reading[]): Day[] {
  const days: Day[] = []
  for (const { takenOn, consumption, kind } of oldestFirst) {
    if (consumption == null) continue
    const day = days.at(-1)
    if (day?.takenOn === takenOn) days.splice(-1, 1, { takenOn, consumption: day.consumption + consumption, kind: lessCertain(day.kind, kind) })
    else days.push({ takenOn, consumption, kind })
  }
  return days
}

const CERTAINTY: readonly Reading['kind'][] = ['estimated', 'customer', 'actual']

const lessCertain = (one: Reading['kind'], other: Reading['kind']): Reading['kind'] => (CERTAINTY.indexOf(one) < CERTAINTY.indexOf(other) ? one : other)
