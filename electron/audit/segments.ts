import type { ReadableDb, WritableDb } from '../cache/db.ts'
import { query } from '../cache/statement.ts'
import type { Clock } from '../clock.ts'
import { createAudit, type Audit } from './audit.ts'
import { hasRow, setHeadToLastRow, type Head } from './head.ts'
import { walkChain, type StoredRow } from './walk.ts'

/**
 * Where the rows before are not all that there were, a row says so, with what is known of what is missing, and begins a segment: `audit.recovered` after
 * rows were put together from a damaged file and copies, `audit.restored` where an older database took the place of a newer one.
 */
export interface Segment {
  seq: number
  /** RFC 3339. */
  at: string
  what: string
  outcome: string | null
  /** The newest head that is known to be lost. */
  lost: Head | null
  /** Places where two rows stand together that did not, as `SEQ-SEQ:HASH`, with the first one's hash: what stands before a place is covered by the row that names it. */
  breaks: string[]
  /** Rows that are not what was written. */
  altered: string[]
}

type SegmentRow = Pick<Segment, 'seq' | 'at' | 'what' | 'outcome'> & Record<'lostSeq' | 'lostHash' | 'breaks' | 'altered', unknown>

/** In order. */
export function listSegments(db: ReadableDb): Segment[] {
  const sql = `
    SELECT seq, CAST(at AS TEXT) AS at, CAST(what AS TEXT) AS what, outcome, detail ->> 'lostSeq' AS lostSeq, detail ->> 'lostHash' AS lostHash, detail ->> 'breaks' AS breaks, detail ->> 'altered' AS altered
    FROM (
      SELECT seq, at, what, CAST(outcome AS TEXT) AS outcome, CASE WHEN json_valid(CAST(detail AS TEXT)) THEN CAST(detail AS TEXT) END AS detail
      FROM audit WHERE CAST(what AS TEXT) IN ('audit.recovered', 'audit.restored'))
    ORDER BY seq`
  return query<[], SegmentRow>(db, sql).all().map(toSegment)
}

function toSegment({ lostSeq, lostHash, breaks, altered, ...row }: SegmentRow): Segment {
  const lost = typeof lostSeq === 'number' && typeof lostHash === 'string' ? { seq: lostSeq, hash: lostHash } : null
  return { ...row, lost, breaks: wordsOf(breaks), altered: wordsOf(altered) }
}

const wordsOf = (list: unknown): string[] => (typeof list === 'string' ? list.split(' ') : [])

/** What a later row says of places where the chain does not hold: a recovery joined rows there. */
export function readDeclared(db: ReadableDb): { breaks: Set<string>; altered: Set<string> } {
  const segments = listSegments(db)
  return { breaks: new Set(segments.flatMap(({ breaks }) => breaks)), altered: new Set(segments.flatMap(({ altered }) => altered)) }
}

/** How a break is named. */
export const breakAt = (after: Pick<StoredRow, 'seq' | 'hash'> | null, before: string): string =>
  after ? `${after.seq}-${before}:${after.hash.toString('hex')}` : `0-${before}`

/** A segment's numbers begin so far beyond the last known: no kiosk writes this many rows between two copies, or two heartbeats. */
const JUMPED = 1_000_000

/** No number is given again that a lost row may have had. */
function jumpPast(db: WritableDb, lost: number): void {
  const last = db.prepare<[], number | null>('SELECT max(seq) FROM audit').pluck().get() ?? 0
  db.exec("DELETE FROM sqlite_sequence WHERE name = 'audit'")
  db.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('audit', ?)").run(Math.max(last, lost) + JUMPED)
}

interface Recovered {
  /** The heads that the sources and the file beside the database name. */
  known: readonly Head[]
  /** Rows that nobody knows of may be lost. */
  incomplete: boolean
}

/**
 * After rows were put together from several sources: says where the chain does not hold, and which of the heads that were known is lost. In the caller's
 * transaction.
 */
export function beginRecoveredSegment(db: WritableDb, clock: Clock, { known, incomplete }: Recovered): void {
  const declared = readDeclared(db)
  const [breaks, altered]: [string[], string[]] = [[], []]
  for (const { row, after, follows, intact } of walkChain(db)) {
    const place = breakAt(after, row.seq)
    if (!follows && !declared.breaks.has(place)) breaks.push(place)
    if (!intact && !declared.altered.has(row.seq)) altered.push(row.seq)
  }
  setHeadToLastRow(db)
  const [lost] = known.filter((head) => !hasRow(db, head)).toSorted((one, other) => other.seq - one.seq)
  if (incomplete || lost) jumpPast(db, lost?.seq ?? 0)
  const detail = {
    ...(breaks.length > 0 && { breaks: breaks.join(' ') }),
    ...(altered.length > 0 && { altered: altered.join(' ') }),
    ...lostDetail(lost),
  }
  const outcome = incomplete || Object.keys(detail).length > 0 ? 'incomplete' : 'whole'
  createAudit({ db, clock }).record({ who: 'system', what: 'audit.recovered', subject: {}, outcome, detail })
}

/** The database is older than what the utility was told of it, and no row says so yet. In the caller's transaction. */
export function beginRestoredSegment(db: WritableDb, clock: Clock, lost: Head): void {
  jumpPast(db, lost.seq)
  createAudit({ db, clock }).record({ who: 'system', what: 'audit.restored', subject: {}, outcome: 'database', detail: lostDetail(lost) })
}

/**
 * The data directory counts as put back from a copy (decision 14), and what its audit had since is not known. Nothing is written right after a row that says
 * so: a recovery makes the directory count as restored too. In the caller's transaction.
 */
export function noteRestoredDirectory(db: WritableDb, audit: Audit): void {
  const last = query<[], string>(db, 'SELECT what FROM audit ORDER BY seq DESC LIMIT 1').pluck().get()
  if (last === undefined || last === 'audit.recovered' || last === 'audit.restored') return
  jumpPast(db, 0)
  audit.record({ who: 'system', what: 'audit.restored', subject: {}, outcome: 'directory' })
}

const lostDetail = (lost: Head | undefined): { lostSeq?: number; lostHash?: string } => (lost ? { lostSeq: lost.seq, lostHash: lost.hash } : {})

/** Whether a row says that this head is lost. */
export const isDeclaredLost = (db: ReadableDb, hash: string): boolean => listSegments(db).some(({ lost }) => lost?.hash === hash)
