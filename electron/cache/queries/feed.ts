import type { ReadableDb } from '../db.ts'
import { query } from '../statement.ts'

/** Where the cache stands against the utility's feed. */
export interface FeedState {
  /** Whose data these are, see `originOf`; null before the first start. */
  origin: string | null
  cursor: string | null
  /** The first load is done: what is not here does not exist. */
  complete: boolean
  /** A feed from nothing is being loaded beside the tables that are served. */
  staging: boolean
  stageCursor: string | null
  /** The utility's time when the cache was last known to hold everything; RFC 3339. */
  asOf: string | null
  /** The utility's time on the last page. */
  serverTime: string | null
  /** Changes that had an effect. */
  changesApplied: number
  /** Things whose newest change was not what the contract says. */
  setAside: number
}

type Row = Omit<FeedState, 'complete' | 'staging'> & { complete: number; staging: number }

const sql = `
  SELECT origin, cursor, complete, staging, stage_cursor AS stageCursor, as_of AS asOf, server_time AS serverTime,
    changes_applied AS changesApplied, (SELECT count(*) FROM set_aside) AS setAside
  FROM feed_state`

/** A thing whose newest change could not be used, and why: a code, never its data. */
export interface SetAsideChange {
  entity: string
  id: string
  rev: number
  reason: string
}

/** What is set aside, for whoever has to tell the utility; `setAside` of the state counts all of it. */
export function listSetAside(db: ReadableDb, limit: number): SetAsideChange[] {
  return query<[number], SetAsideChange>(db, 'SELECT entity, id, rev, reason FROM set_aside ORDER BY entity, id LIMIT ?').all(limit)
}

export function readFeedState(db: ReadableDb): FeedState {
  const row = query<[], Row>(db, sql).get()
  if (!row) throw new Error('feed_state has no row')
  return { ...row, complete: row.complete === 1, staging: row.staging === 1 }
}
