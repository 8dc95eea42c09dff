import { consumedSpans, counted, countedOnce, type MeasuredReading } from './consumption.ts'
import { daysBetween } from './dates.ts'
import { drumsOfValues } from './meterReading.ts'

/** Why a reading may not be what the meter shows. `consumed`: what it would mean; `usual`: what is consumed in as many days. */
export type ReadingDoubt =
  | { kind: 'lower' | 'belowEstimate' | 'none' }
  | { kind: 'rollover'; consumed: number }
  | { kind: 'high' | 'low'; consumed: number; days: number; usual: number }

/** What was consumed by the day, between readings of one meter. */
interface Rates {
  least: number
  usual: number
  most: number
}

/** So many times the most that was ever consumed by the day is far above; such a part of the least is far below. */
const FAR_ABOVE = 2
const FAR_BELOW = 0.3
/** A few days say little: meters are read at any hour, and a busy week is no mistake. */
const SLACK_DAYS = 7
/** Without a history only a meter that was close to its end is taken to have begun anew. */
const NEAR_THE_END = 0.9

/** What a person should look at again before a reading is sent; null where nothing speaks against it. `newestFirst`: the same meter's. */
export function readingDoubt(value: number, today: string, newestFirst: readonly MeasuredReading[]): ReadingDoubt | null {
  const [last] = newestFirst
  if (!last) return null
  const rates = ratesOf(newestFirst)
  const days = Math.max(0, daysBetween(last.takenOn, today))
  if (value >= last.value) return doubtAbove(value - last.value, rates, days)
  const drums = drumsOfValues(newestFirst.map((reading) => reading.value))
  const consumed = rounded(counted(last.value, value, drums))
  const nearTheEnd = last.value >= NEAR_THE_END * 10 ** drums
  const beganAnew = consumed >= 0 && (rates ? consumed <= mostIn(rates, days) : nearTheEnd)
  if (beganAnew) return { kind: 'rollover', consumed }
  return { kind: last.kind === 'estimated' ? 'belowEstimate' : 'lower' }
}

function doubtAbove(difference: number, rates: Rates | null, days: number): ReadingDoubt | null {
  if (!rates) return null
  const consumed = rounded(difference)
  const told = { consumed, days, usual: roughly(rates.usual * days) }
  if (consumed > mostIn(rates, days)) return { kind: 'high', ...told }
  if (consumed >= FAR_BELOW * rates.least * (days - SLACK_DAYS)) return null
  return consumed === 0 ? { kind: 'none' } : { kind: 'low', ...told }
}

const mostIn = (rates: Rates, days: number): number => FAR_ABOVE * rates.most * (days + SLACK_DAYS) + 1

/** null where nothing was consumed between two readings yet. */
function ratesOf(newestFirst: readonly MeasuredReading[]): Rates | null {
  const rates = consumedSpans(countedOnce(newestFirst))
    .flatMap(({ since, takenOn, consumption }) => (consumption >= 0 ? [consumption / daysBetween(since, takenOn)] : []))
    .sort((one, other) => one - other)
  const usual = rates[Math.floor(rates.length / 2)]
  return usual === undefined ? null : { least: rates[0] ?? usual, usual, most: rates.at(-1) ?? usual }
}

/** As people say it: a small figure with one decimal. */
const roughly = (value: number): number => (value < 10 ? Math.round(value * 10) / 10 : Math.round(value))

/** Differences of decimals carry what binary fractions leave. */
const rounded = (value: number): number => Math.round(value * 1_000) / 1_000
