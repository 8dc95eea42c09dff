import type { ReadableDb } from '../cache/db.ts'
import { linkAfter, START } from './chain.ts'
import type { readStoredHead } from './head.ts'
import { followerBehind, isIntact, rowsAfter, type Step, type StoredRow } from './walk.ts'

/** What was done to the audit, as far as one can tell from what is left. */
export type Flaw =
  | 'edited' // the row is not what was written
  | 'deleted' // a row of that number, and perhaps others after it, are missing
  | 'inserted' // the row was not written by the program
  | 'reordered' // another row stood there
  | 'truncated' // the rows from that number on are missing
  | 'miscounted' // the rows are whole, and the count or the head beside them is, or was, not theirs

export interface BadRow {
  /** Its number, or that which is missing. */
  seq: number
  flaw: Flaw
}

interface Found extends Step {
  head: ReturnType<typeof readStoredHead>
  /** Of the table. */
  rows: number
}

/** The first step at which the chain does not hold: which row is not as it was. */
export function diagnose(db: ReadableDb, found: Found): BadRow {
  const { row, after, follows, head, rows } = found
  const expected = after?.hash ?? START
  const tooMany = head !== null && rows > head.rows
  if (head?.hash.equals(expected)) return bad(row, 'inserted')
  // Two rows say that they follow the same one, and this one was written with the other's number.
  if (tooMany && after && row.prev.equals(after.prev) && isIntact(row, after.seq)) return bad(after, 'inserted')
  if (follows) return bad(row, flawInPlace(db, row, tooMany))
  const home = homeOf(db, row, head)
  const follower = followerBehind(db, row, expected)
  return follower ? displaced(db, { row, home, follower, tooMany, head }) : unfollowed({ row, after, home })
}

const bad = ({ seq }: { seq: string }, flaw: Flaw): BadRow => ({ seq: Number(seq), flaw })

/** It says that it comes here, and its hash is not that of its content. */
function flawInPlace(db: ReadableDb, row: StoredRow, tooMany: boolean): Flaw {
  if (tooMany && followerBehind(db, row, row.prev)) return 'inserted'
  for (const other of rowsAfter(db, row)) {
    if (linkAfter(row.prev, { ...other, seq: row.seq }).equals(row.hash)) return 'reordered'
  }
  return 'edited'
}

/** The number with which the row is what was written, of those behind it and its own. */
function homeOf(db: ReadableDb, row: StoredRow, head: Found['head']): string | null {
  if (isIntact(row)) return row.seq
  if (head && isIntact(row, String(head.seq))) return String(head.seq)
  for (const { seq } of rowsAfter(db, row)) if (isIntact(row, seq)) return seq
  return null
}

interface Displaced {
  row: StoredRow
  home: string | null
  /** The row that comes here by what it says, and stands further on. */
  follower: StoredRow
  tooMany: boolean
  head: Found['head']
}

function displaced(db: ReadableDb, { row, home, follower, tooMany, head }: Displaced): BadRow {
  if (tooMany || home === null) return bad(row, 'inserted')
  if (home !== row.seq) return bad(row, 'reordered')
  const followersHome = isIntact(follower) ? null : (homeBefore(follower, row) ?? homeOf(db, follower, head))
  return followersHome === null ? bad(row, 'inserted') : bad({ seq: followersHome }, 'reordered')
}

/** A row that was given a later number: its own is the one before the row that stands in its place. */
const homeBefore = (follower: StoredRow, row: StoredRow): string | null => {
  const number = String(BigInt(row.seq) - 1n)
  return isIntact(follower, number) ? number : null
}

/** No row is left that comes after the one before. */
function unfollowed({ row, after, home }: Pick<Found, 'row' | 'after'> & { home: string | null }): BadRow {
  const next = BigInt(after?.seq ?? 0) + 1n
  if (home === null) return bad(row, 'edited')
  // The program begins anew where nothing says what came before.
  if (after && row.prev.equals(START)) return bad(row, 'miscounted')
  if (BigInt(home) > next) return { seq: Number(next), flaw: 'deleted' }
  // Nothing can be missing between them: the one before was given a hash that fits what it says now.
  return bad(after ?? row, 'edited')
}
