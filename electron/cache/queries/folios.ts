import type { ReadableDb, WritableDb } from '../db.ts'
import { query, statement } from '../statement.ts'

/** For which series, and in which place, this database may give folios. */
export interface Enrolment {
  series: string
  /** A fingerprint of machine and data directory. */
  machine: string
  /** `YYYY-MM-DD`; of the days before it this database may have lost folios, so it gives none for them. */
  earliestDay: string | null
}

export function readEnrolment(db: ReadableDb): Enrolment | null {
  const sql = 'SELECT series, machine, earliest_day AS earliestDay FROM enrolment'
  return query<[], Enrolment>(db, sql).get() ?? null
}

export function writeEnrolment(db: WritableDb, { series, machine, earliestDay }: Enrolment): void {
  const sql = 'INSERT OR REPLACE INTO enrolment (only_row, series, machine, earliest_day) VALUES (1, ?, ?, ?)'
  statement(db, sql).run(series, machine, earliestDay)
}

/** The last number given of a series on a day; 0 before the first. */
export function lastNumberOf(db: ReadableDb, series: string, day: string): number {
  const sql = 'SELECT last_number AS last FROM folio_day WHERE series = ? AND day = ?'
  return query<[string, string], { last: number }>(db, sql).get(series, day)?.last ?? 0
}

/** A counter never goes back. */
export function countTo(db: WritableDb, series: string, day: string, number: number): void {
  const sql = `INSERT INTO folio_day (series, day, last_number) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET last_number = max(last_number, excluded.last_number)`
  statement(db, sql).run(series, day, number)
}

/** The highest folio that begins so, of those that were filed here and those that the utility tells of. */
export function highestFolio(db: ReadableDb, prefix: string): string | null {
  const sql = `SELECT max(folio) AS highest FROM (
    SELECT max(local_folio) AS folio FROM command WHERE local_folio >= ? AND local_folio < ?
    UNION ALL SELECT max(local_folio) FROM request WHERE local_folio >= ? AND local_folio < ?)`
  // A colon comes right after the digits.
  const range = [prefix, `${prefix}:`] as const
  return query<string[], { highest: string | null }>(db, sql).get(...range, ...range)?.highest ?? null
}
