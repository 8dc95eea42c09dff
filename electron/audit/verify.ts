import type { ReadableDb } from '../cache/db.ts'
import { query } from '../cache/statement.ts'
import { diagnose, type BadRow } from './diagnose.ts'
import { readHead, readStoredHead, type Head } from './head.ts'
import { breakAt, listSegments, readDeclared, type Segment } from './segments.ts'
import { walkChain, type Step, type StoredRow, type Stretch } from './walk.ts'

export interface AuditVerdict {
  rows: number
  /** As the database notes it; null where it notes none. */
  head: Head | null
  /** Where rows before are known to be missing, and a row says so. */
  segments: Segment[]
  /** Null where every row is what was written, where it was written. */
  firstBad: BadRow | null
}

/**
 * Reads the whole audit: for a thread or a process of its own. Somebody who may write the file can make a chain of their own that is whole; whether it is the
 * one that was, only a head tells that was kept elsewhere (`findHead`).
 * @param db everything of one moment, as `openSnapshot` has it
 */
export function verifyAudit(db: ReadableDb): AuditVerdict {
  const rows = countRows(db)
  return { rows, head: readHead(db), segments: listSegments(db), firstBad: firstBad(db, rows) }
}

/**
 * The same of a stretch alone, at the cost of its rows: the first of them that is not what was written, or not where it was. Its first row is held against the
 * one before it, and its last against the head where it is the last of all.
 */
export function verifyStretch(db: ReadableDb, stretch: Stretch): BadRow | null {
  const walked = walk(db, stretch)
  if (walked.bad) return diagnose(db, { ...walked.bad, head: readStoredHead(db), rows: countRows(db) })
  const head = readStoredHead(db)
  const isLast = query<[number], unknown>(db, 'SELECT 1 FROM audit WHERE seq > ? LIMIT 1').get(stretch.to) === undefined
  return isLast ? badEnd(db, { last: walked.last, rows: head?.rows ?? 0, head }) : null
}

const countRows = (db: ReadableDb): number => query<[], number>(db, 'SELECT count(*) FROM audit').pluck().get() ?? 0

function firstBad(db: ReadableDb, rows: number): BadRow | null {
  const head = readStoredHead(db)
  const walked = walk(db)
  return walked.bad ? diagnose(db, { ...walked.bad, head, rows }) : badEnd(db, { last: walked.last, rows, head })
}

/** The first step that no row accounts for, or the last row. */
function walk(db: ReadableDb, stretch?: Stretch): { bad: Step | null; last: StoredRow | null } {
  // All of the audit is read for them: only where something wants an explanation.
  let declared: ReturnType<typeof readDeclared> | undefined
  let last: StoredRow | null = null
  for (const step of walkChain(db, stretch)) {
    const { row, after, follows, intact } = step
    if (!follows || !intact) {
      declared ??= readDeclared(db)
      const isJoined = follows || declared.breaks.has(breakAt(after, row.seq))
      const isKnown = intact || declared.altered.has(row.seq)
      if (!isJoined || !isKnown) return { bad: step, last }
    }
    last = row
  }
  return { bad: null, last }
}

/** What the count and the head beside the rows say of their end. */
function badEnd(db: ReadableDb, { last, rows, head }: { last: StoredRow | null; rows: number; head: ReturnType<typeof readStoredHead> }): BadRow | null {
  if (!head) return last ? { seq: Number(last.seq), flaw: 'miscounted' } : null
  if (!last || BigInt(head.seq) > BigInt(last.seq)) return { seq: Number(last?.seq ?? 0) + 1, flaw: 'truncated' }
  if (BigInt(head.seq) < BigInt(last.seq)) return { seq: firstAfter(db, head.seq), flaw: 'inserted' }
  if (!head.hash.equals(last.hash)) return { seq: head.seq, flaw: 'edited' }
  return head.rows === rows ? null : { seq: head.seq, flaw: 'miscounted' }
}

const firstAfter = (db: ReadableDb, seq: number): number => query<[number], number>(db, 'SELECT min(seq) FROM audit WHERE seq > ?').pluck().get(seq) ?? seq

/** The number of the row with that hash; null where there is none: what was told of the audit then is no longer in it. */
export const findHead = (db: ReadableDb, hash: string): number | null =>
  query<[string], number>(db, 'SELECT seq FROM audit WHERE hex(hash) = upper(?)').pluck().get(hash) ?? null
