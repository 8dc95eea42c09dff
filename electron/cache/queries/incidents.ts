import type { Clock } from '../../clock.ts'
import type { ReadableDb, WritableDb } from '../db.ts'
import { query, statement } from '../statement.ts'

/** What staff must hear of. */
export const incidentCodes = [
  'database-recovered', // the file was corrupt: a new one was made from what could be read; `detail` has the counts
  'commands-restored', // commands that the database had lost came back from the journal
  'disk-full', // nothing could be stored for want of space
  'disk-error', // the disk failed while something was stored
  'backup-failed', // the daily copy could not be made
  'self-test-failed', // `detail.checks` names what failed, and why
] as const
export type IncidentCode = (typeof incidentCodes)[number]

/** Codes and figures only, no personal data. */
export interface Incident {
  code: IncidentCode
  detail?: Readonly<Record<string, string | number>> | undefined
}

/** A row of `incident`. */
export interface StoredIncident {
  id: number
  /** RFC 3339. */
  at: string
  /** An `IncidentCode`, or one of another version of the program. */
  code: string
  /** A JSON object. */
  detail: string | null
}

/** A disk that fails and recovers all day must not fill the file with its story. */
const KEPT = 1_000

/** Writes it down. Throws what SQLite throws. */
export function recordIncident(db: WritableDb, clock: Clock, { code, detail }: Incident): void {
  writeIncident(db, new Date(clock.now()).toISOString(), { code, detail })
}

/** The same, of an earlier moment (RFC 3339). */
export function writeIncident(db: WritableDb, at: string, { code, detail }: Incident): void {
  const insert = 'INSERT INTO incident (at, code, detail) VALUES (?, ?, ?)'
  statement(db, insert).run(at, code, detail ? JSON.stringify(detail) : null)
  statement(db, `DELETE FROM incident WHERE id <= (SELECT max(id) FROM incident) - ${KEPT}`).run()
}

/** Newest first. */
export const listIncidents = (db: ReadableDb, limit: number): StoredIncident[] =>
  query<[number], StoredIncident>(db, 'SELECT id, at, code, detail FROM incident ORDER BY id DESC LIMIT ?').all(limit)
