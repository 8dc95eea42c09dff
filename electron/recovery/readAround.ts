import type { ReadableDb } from '../cache/db.ts'
import { query } from '../cache/statement.ts'
import { isDatabaseFault } from '../faults.ts'
import type { Row } from './rows.ts'

/** The rowids strictly between two. */
interface Gap {
  after: number
  before: number
}

/** How far beyond the last row that could be read others are looked for, where the table does not say how many it had. */
const REACH = 65_536

/** Each try costs a descent through the tree. */
const TRIES = 500_000

/**
 * Reads a table around its bad pages: from the front and from the back until a page cannot be read, then the gap between in halves.
 * Answers whether every row was read.
 */
export function readAround(db: ReadableDb, table: string, columns: readonly string[], take: (row: Row) => void): boolean {
  const walk = (direction: 'ASC' | 'DESC', gap: Gap): Walked => {
    const sql = `SELECT rowid AS "rowid", ${columns.join(', ')} FROM ${table} WHERE rowid > ? AND rowid < ? ORDER BY rowid ${direction}`
    return walkRows(db, sql, gap, take)
  }
  const start = walk('ASC', { after: 0, before: Number.MAX_SAFE_INTEGER })
  if (start.whole) return true
  const after = start.reached ?? 0
  const end = walk('DESC', { after, before: Number.MAX_SAFE_INTEGER })
  const gaps = halves({ after, before: end.reached ?? (highestKnown(db, table) ?? after + REACH) + 1 })
  for (let tries = 0; gaps.length > 0 && tries < TRIES; tries += 1) {
    const gap = gaps.pop()
    if (gap) gaps.push(...stillUnread(gap, walk))
  }
  return false
}

type Walk = (direction: 'ASC' | 'DESC', gap: Gap) => Walked

/** What remains of a gap after reading into it from both sides. */
function stillUnread(gap: Gap, walk: Walk): Gap[] {
  const front = walk('ASC', gap)
  if (front.whole) return []
  const after = front.reached ?? gap.after
  const back = walk('DESC', { after, before: gap.before })
  return halves({ after, before: back.reached ?? gap.before })
}

/** A single row that cannot be read is lost; more are tried in halves. */
function halves({ after, before }: Gap): Gap[] {
  if (before - after <= 2) return []
  const middle = Math.floor((after + before) / 2)
  return [
    { after: middle, before },
    { after, before: middle + 1 },
  ]
}

/** SQLite counts for a table whose numbers are never given twice. */
function highestKnown(db: ReadableDb, table: string): number | null {
  try {
    return query<[string], number>(db, 'SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table) ?? null
  } catch (error) {
    if (isDatabaseFault(error)) return null
    throw error
  }
}

interface Walked {
  /** The last row that could be read. */
  reached: number | null
  whole: boolean
}

/** Hands over rows until one cannot be read; answers the last that could. */
function walkRows(db: ReadableDb, sql: string, { after, before }: Gap, take: (row: Row) => void): Walked {
  let reached: number | null = null
  try {
    for (const { rowid, ...row } of query<[number, number], Row & { rowid: number }>(db, sql).iterate(after, before)) {
      reached = rowid
      take(row)
    }
    return { reached, whole: true }
  } catch (error) {
    if (isDatabaseFault(error)) return { reached, whole: false }
    throw error
  }
}
