import { LAST_OF_DAY, writeFolio } from '../../shared/domain/folio.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { ReadableDb, WritableDb } from '../cache/db.ts'
import type { BranchInfo } from '../cache/queries/branch.ts'
import { countTo, highestFolio, lastNumberOf, readEnrolment } from '../cache/queries/folios.ts'
import type { Clock } from '../clock.ts'
import { allowanceAt, allowedFrom, momentOf } from './allowance.ts'

type Branch = Pick<BranchInfo, 'folioSeries' | 'timeZone'>

/** Gives folios; inside the transaction that stores what they are for. */
export interface Folios {
  /** The next one. Problem: folios-exhausted. */
  give(branch: Branch): Result<string>
  /**
   * Folios may have been given that this database does not know: the counter goes past all of them. Answers the first day for which folios
   * may be given from now on.
   */
  jump(branch: Branch, earliestDay: string | null): string
}

const DAY = 24 * 60 * 60_000

/**
 * Every number given on a day is within the day's allowance at the latest time of that day that was seen; see decision 14. The time of day
 * goes on while the process runs even when the clock is set back, and a counter that has come far says that it was late already.
 */
export function createFolios({ db, clock }: { db: WritableDb; clock: Clock }): Folios {
  let seen: { day: string; elapsed: number; at: number } | null = null

  /** The latest time of the day that was seen, milliseconds since it began. */
  function reached(day: string, byTheClock: number, last: number): number {
    const since = seen?.day === day ? seen.elapsed + (clock.elapsed() - seen.at) : 0
    const elapsed = Math.max(byTheClock, since, allowedFrom(last))
    seen = { day, elapsed, at: clock.elapsed() }
    return elapsed
  }

  return {
    give({ folioSeries: series, timeZone }) {
      const now = momentOf(clock.now(), timeZone)
      const day = laterDay(now.day, readEnrolment(db)?.earliestDay ?? null)
      const last = lastKnown(db, series, day)
      const elapsed = reached(day, day === now.day ? now.elapsed : 0, last)
      const number = last + 1
      if (number > LAST_OF_DAY) return exhausted(DAY - now.elapsed)
      if (number > allowanceAt(elapsed)) return exhausted(allowedFrom(number) - elapsed)
      countTo(db, series, day, number)
      return success(writeFolio({ series, day, number }))
    },

    jump({ folioSeries: series, timeZone }, earliestDay) {
      const now = momentOf(clock.now(), timeZone)
      const day = laterDay(now.day, earliestDay)
      // A clock that is behind the last restore says nothing about what was given since: nothing is left of that day.
      const past = day === now.day ? allowanceAt(now.elapsed) : LAST_OF_DAY
      const last = Math.max(past, lastKnown(db, series, day))
      reached(day, 0, last)
      countTo(db, series, day, last)
      return day
    },
  }
}

const laterDay = (day: string, earliest: string | null): string => (earliest !== null && earliest > day ? earliest : day)

const exhausted = (milliseconds: number) => failure({ code: 'folios-exhausted', retryAfterSeconds: Math.max(1, Math.ceil(milliseconds / 1000)) })

/** What was given of a day as far as the counter, the stored commands and the utility's requests tell. */
function lastKnown(db: ReadableDb, series: string, day: string): number {
  const highest = highestFolio(db, `${series}-${day.replaceAll('-', '')}-`)
  return Math.max(lastNumberOf(db, series, day), highest === null ? 0 : (folioParts(highest)?.number ?? 0))
}

/** What a folio as it is printed consists of. */
export function folioParts(folio: string): { series: string; day: string; number: number } | null {
  const parts = /^([A-Z0-9]{2,6})-(\d{4})(\d{2})(\d{2})-(\d{4})\d$/.exec(folio)
  if (!parts) return null
  const [, series = '', year = '', month = '', day = '', number = ''] = parts
  return { series, day: `${year}-${month}-${day}`, number: Number(number) }
}
