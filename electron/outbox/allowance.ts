import { businessDate } from '../../shared/domain/dates.ts'
import { LAST_OF_DAY } from '../../shared/domain/folio.ts'

/**
 * How far the counter of a day may have come at a time of that day: a thousand from its first minute, and one more every 9.6 seconds, which
 * spends the four digits in 24 hours. No folio above it is ever given; so whoever lost count of a day starts above it and repeats none.
 */
const FROM_THE_START = 1_000
const MILLISECONDS_A_FOLIO = 9_600

/** @param elapsed milliseconds since the day began */
export const allowanceAt = (elapsed: number): number => Math.min(LAST_OF_DAY, FROM_THE_START + Math.floor(elapsed / MILLISECONDS_A_FOLIO))

/** When a number may be given for the first time, milliseconds since the day began. */
export const allowedFrom = (number: number): number => Math.max(0, number - FROM_THE_START) * MILLISECONDS_A_FOLIO

/** A moment as the branch's calendar has it. */
export interface Moment {
  /** `YYYY-MM-DD`. */
  day: string
  /** Milliseconds since that day began; counted, not read from a dial, so that it goes on when summer time ends. */
  elapsed: number
}

const MINUTE = 60_000
/** No day is longer, not even the one on which summer time ends. */
const MOST_MINUTES = 26 * 60

export function momentOf(instant: number, timeZone: string): Moment {
  const day = businessDate(instant, timeZone)
  const minute = Math.floor(instant / MINUTE)
  const isBefore = (minutes: number): boolean => businessDate((minute - minutes) * MINUTE, timeZone) !== day
  // The first of these minutes belongs to the day, the other does not; days begin on whole minutes.
  let [within, before] = [0, MOST_MINUTES]
  while (before - within > 1) {
    const middle = Math.floor((within + before) / 2)
    if (isBefore(middle)) before = middle
    else within = middle
  }
  return { day, elapsed: instant - (minute - within) * MINUTE }
}
