import { drumsOfValues } from './meterReading.ts'

/** What a reading of a meter says, as far as consumption is concerned. */
export interface MeasuredReading {
  takenOn: string
  meterNumber: string
  value: number
  kind: 'actual' | 'estimated' | 'customer'
  consumption?: number | null
}

/** Which of two readings of one day counts where both tell the same consumption. */
const TRUST: Record<MeasuredReading['kind'], number> = { actual: 2, customer: 1, estimated: 0 }

/**
 * The readings, oldest first, with every consumption told once. Two readings of one meter on one day may tell the same period twice, an
 * estimate and the visit that corrected it: then the more trusted one keeps its consumption and the other has none. An exchanged meter
 * also gives two readings on one day; their meters differ, and both count.
 */
export function countedOnce<R extends MeasuredReading>(newestFirst: readonly R[]): R[] {
  const byDayAndMeter = Map.groupBy(newestFirst.toReversed(), ({ takenOn, meterNumber }) => `${takenOn} ${meterNumber}`)
  return [...byDayAndMeter.values()].flatMap(countedOnceOfADay)
}

function countedOnceOfADay<R extends MeasuredReading>(ofOneMeter: readonly R[]): R[] {
  const once: R[] = []
  // In the order in which they were taken: a meter only counts upwards.
  for (const reading of ofOneMeter.toSorted((one, other) => counted(other.value, one.value))) {
    const index = once.findLastIndex((earlier) => tellsSamePeriod(earlier, reading))
    const earlier = once[index]
    if (!earlier) once.push(reading)
    else if (TRUST[reading.kind] < TRUST[earlier.kind]) once.push(withoutConsumption(reading))
    else once.splice(index, 1, withoutConsumption(earlier), reading)
  }
  return once
}

/** What a meter counted from one value to another; one that was at its end begins anew at zero, so a fall of more than half its range is none. */
export function counted(from: number, to: number, drums = drumsOfValues([from, to])): number {
  const range = 10 ** drums
  const difference = to - from
  if (Math.abs(difference) <= range / 2) return difference
  return difference < 0 ? difference + range : difference - range
}

/** Whether the later consumption runs from where the earlier one began, rather than from the earlier reading. */
function tellsSamePeriod(earlier: MeasuredReading, later: MeasuredReading): boolean {
  if (earlier.consumption == null || later.consumption == null) return false
  const since = counted(earlier.value, later.value)
  return Math.abs(later.consumption - (earlier.consumption + since)) <= Math.abs(later.consumption - since)
}

/** What was consumed up to one day, by all readings of that day, and since which day. */
export interface ConsumedSpan extends Pick<MeasuredReading, 'takenOn' | 'kind'> {
  since: string
  consumption: number
}

/**
 * A span for each day whose readings say what was consumed, from the one before that did; the first reading of all begins the first
 * span. Nothing is said of a consumption of which nobody knows since when.
 */
export function consumedSpans(oldestFirst: readonly MeasuredReading[]): ConsumedSpan[] {
  const first = oldestFirst[0]?.takenOn ?? ''
  const spans: ConsumedSpan[] = []
  for (const { takenOn, consumption, kind } of oldestFirst) {
    if (consumption == null || takenOn <= first) continue
    const span = spans.at(-1)
    if (span?.takenOn === takenOn) spans.splice(-1, 1, { ...span, consumption: span.consumption + consumption, kind: lessCertain(span.kind, kind) })
    else spans.push({ since: span?.takenOn ?? first, takenOn, consumption, kind })
  }
  return spans
}

const lessCertain = (one: MeasuredReading['kind'], other: MeasuredReading['kind']): MeasuredReading['kind'] => (TRUST[one] < TRUST[other] ? one : other)

const withoutConsumption = <R extends MeasuredReading>(reading: R): R => ({ ...reading, consumption: null })
