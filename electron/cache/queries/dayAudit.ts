import type { Span } from '../../../shared/domain/dayHours.ts'
import type { ReadableDb } from '../db.ts'
import { query } from '../statement.ts'

/** What the audit says of a day: the same as the records do, told by other rows. Every query is by an index. */

export interface AuditedMoment {
  /** RFC 3339. */
  at: string
  who: string
  what: 'command.filed' | 'command.refused' | 'command.closed' | 'print.requested'
  jobId: string | null
  commandId: string | null
}

// The paper of a day's end is no part of the day, in the records neither.
export const AUDITED = `SELECT at, who, what, subject ->> 'jobId' AS jobId, subject ->> 'commandId' AS commandId FROM audit
  WHERE at >= ? AND at < ? AND what IN ('command.filed', 'command.refused', 'command.closed', 'print.requested')
    AND NOT (what = 'print.requested' AND detail ->> 'kind' IS 'dayEnd') ORDER BY at`

const textsOf = ({ start, end }: Span): [from: string, to: string] => [new Date(start).toISOString(), new Date(end).toISOString()]

export const auditedIn = (db: ReadableDb, span: Span): AuditedMoment[] => query<string[], AuditedMoment>(db, AUDITED).all(...textsOf(span))

export const WHO_FILED = `SELECT who FROM audit WHERE subject ->> 'commandId' = ? AND what = 'command.filed' LIMIT 1`

/** Null where that row is lost. */
export const whoFiled = (db: ReadableDb, commandId: string): string | null => query<[string], string>(db, WHO_FILED).pluck().get(commandId) ?? null

interface JobEnd {
  outcome: string | null
  sheets: number | null
  cameOut: string | null
}

export const LAST_OF_JOB = `SELECT outcome, detail ->> 'sheets' AS sheets, detail ->> 'cameOut' AS cameOut FROM audit
  WHERE subject ->> 'jobId' = ? ORDER BY seq DESC LIMIT 1`

/** How a job stands by the last row that tells of it. */
export const lastOfJob = (db: ReadableDb, jobId: string): JobEnd | null => query<[string], JobEnd>(db, LAST_OF_JOB).get(jobId) ?? null

export const STRETCH = 'SELECT min(seq) AS first, max(seq) AS last FROM audit WHERE at >= ? AND at < ?'
export const LAST_BEFORE = 'SELECT seq FROM audit WHERE at < ? ORDER BY at DESC, seq DESC LIMIT 1'
export const FIRST_AFTER = 'SELECT seq FROM audit WHERE at >= ? ORDER BY at, seq LIMIT 1'

/** The rows of a day by their numbers, with the one before and the one behind, which vouch for its edges; null where the audit has no row at all. */
export function stretchOfDay(db: ReadableDb, span: Span): { from: number; to: number } | null {
  const [start, end] = textsOf(span)
  const { first, last } = query<string[], { first: number | null; last: number | null }>(db, STRETCH).get(start, end) ?? { first: null, last: null }
  if (first !== null && last !== null) return { from: neighbour(db, BEFORE, first) ?? first, to: neighbour(db, BEHIND, last) ?? last }
  const edges = [query<string[], number>(db, LAST_BEFORE).pluck().get(start), query<string[], number>(db, FIRST_AFTER).pluck().get(end)]
  const known = edges.filter((seq) => seq !== undefined)
  return known.length > 0 ? { from: Math.min(...known), to: Math.max(...known) } : null
}

export const BEFORE = 'SELECT max(seq) FROM audit WHERE seq < ?'
export const BEHIND = 'SELECT min(seq) FROM audit WHERE seq > ?'
const neighbour = (db: ReadableDb, sql: string, seq: number): number | null => query<[number], number | null>(db, sql).pluck().get(seq) ?? null
