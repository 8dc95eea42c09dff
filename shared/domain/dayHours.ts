import { addDays, businessDate, businessTime } from './dates.ts'
import { midnight, offsetAt } from './midnight.ts'

/** From an instant up to another, milliseconds since the epoch; the end is not within it. */
export interface Span {
  start: number
  end: number
}

/** An hour of a day as the clock on the wall says it. */
export interface WallHour extends Span {
  /** `09:00` */
  hour: string
  /** Which of two hours of that name, where clocks go back; else null. */
  turn: 1 | 2 | null
}

/** Clocks change on quarters of an hour, and zones are apart by quarters. */
const STEP = 15 * 60_000

/** A day that a zone left out is the furthest that a beginning can be from midnight. Whatever else a calendar holds, the walk ends. */
const MOST_STEPS = 2 * 96

/** A day of a time zone: 23 or 25 hours where clocks change. */
export const spanOfDay = (day: string, timeZone: string): Span => ({ start: beginning(day, timeZone), end: beginning(addDays(day, 1), timeZone) })

/** Where clocks change at midnight a day begins at one o'clock, or an hour that was there already comes again. */
function beginning(day: string, timeZone: string): number {
  let at = midnight(day, timeZone)
  let left = MOST_STEPS
  for (; left > 0 && businessDate(at, timeZone) < day; left -= 1) at += STEP
  for (; left > 0 && businessDate(at - STEP, timeZone) >= day; left -= 1) at -= STEP
  return at
}

/** The hours of a day in their order. */
export function hoursOfDay(day: string, timeZone: string): WallHour[] {
  const { start, end } = spanOfDay(day, timeZone)
  const hours: (Span & { hour: string; offset: number })[] = []
  for (let at = start; at < end; at += STEP) {
    const hour = `${businessTime(at, timeZone).slice(0, 2)}:00`
    const offset = offsetAt(at, timeZone)
    const last = hours.at(-1)
    if (last?.hour === hour && last.offset === offset) last.end = at + STEP
    else hours.push({ start: at, end: at + STEP, hour, offset })
  }
  const turnOf = (hour: string, place: number): WallHour['turn'] => {
    const places = hours.flatMap((one, index) => (one.hour === hour ? [index] : []))
    return places.length < 2 ? null : place === places[0] ? 1 : 2
  }
  return hours.map(({ start: from, end: to, hour }, place) => ({ start: from, end: to, hour, turn: turnOf(hour, place) }))
}
