import { businessDate } from '../../../shared/domain/dates.ts'
import type { Span } from '../../../shared/domain/dayHours.ts'
import type { ReadableDb } from '../db.ts'
import { query } from '../statement.ts'

/** What the records say of a day: commands and print jobs, as they stand now. Every query is by an index of the times. */

const textsOf = ({ start, end }: Span): [from: string, to: string] => [new Date(start).toISOString(), new Date(end).toISOString()]

export interface CommandMoment {
  /** RFC 3339. */
  at: string
  /** Who filed it, where it was a clerk. */
  clerkId: string | null
}

// A damaged body is no JSON any more: then nobody knows who filed it.
const CLERK = `CASE WHEN json_valid(CAST(body AS TEXT)) THEN CAST(body AS TEXT) ->> '$.actor.clerkId' END AS clerkId`
export const FILED = `SELECT captured_at AS at, ${CLERK} FROM command WHERE captured_at >= ? AND captured_at < ?`
export const REFUSED = `SELECT refused_at AS at, ${CLERK} FROM command WHERE refused_at >= ? AND refused_at < ?`

/** What was filed on the day. */
export const filedIn = (db: ReadableDb, span: Span): CommandMoment[] => query<string[], CommandMoment>(db, FILED).all(...textsOf(span))

/** What the utility refused on the day, whenever it was filed. */
export const refusedIn = (db: ReadableDb, span: Span): CommandMoment[] => query<string[], CommandMoment>(db, REFUSED).all(...textsOf(span))

export interface PrintedMoment {
  /** Milliseconds. */
  at: number
  /** As the audit calls them. */
  who: string
  sheets: number | null
}

// A day's end on paper tells of the day and is no part of it: else no day that is printed after it was signed would stay as it was signed.
export const PRINTED = `SELECT asked_at AS at, who, sheets FROM print_job
  WHERE asked_at >= ? AND asked_at < ? AND kind <> 'dayEnd' AND (state = 'confirmed' OR (state = 'unknown' AND came_out IS NOT 'no'))`

/** What was asked for on the day and came out, as far as is known. */
export const printedIn = (db: ReadableDb, { start, end }: Span): PrintedMoment[] => query<[number, number], PrintedMoment>(db, PRINTED).all(start, end)

/** When the first of all was written that this kiosk still has; milliseconds. */
function firstRecordAt(db: ReadableDb): number | null {
  const texts = [FIRST_COMMAND, FIRST_AUDIT].map((sql) => query<[], string>(db, sql).pluck().get())
  const asked = query<[], number>(db, FIRST_JOB).pluck().get()
  const times = [...texts.map((text) => Date.parse(text ?? '')), asked ?? NaN].filter((time) => !Number.isNaN(time))
  return times.length > 0 ? Math.min(...times) : null
}

/** The day of the branch on which that was. */
export function firstDayOf(db: ReadableDb, timeZone: string): string | null {
  const first = firstRecordAt(db)
  return first === null ? null : businessDate(first, timeZone)
}

export const FIRST_COMMAND = 'SELECT captured_at FROM command ORDER BY captured_at LIMIT 1'
export const FIRST_AUDIT = 'SELECT at FROM audit ORDER BY at LIMIT 1'
export const FIRST_JOB = 'SELECT asked_at FROM print_job ORDER BY asked_at LIMIT 1'

/** What the utility calls a clerk, also one who works there no longer; null where it never told. */
export const clerkName = (db: ReadableDb, id: string): string | null =>
  query<[string], string | null>(db, "SELECT data ->> 'name' FROM clerk WHERE id = ?").pluck().get(id) ?? null
