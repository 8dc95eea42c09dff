import { readFeedState } from '../cache/queries/feed.ts'
import type { ReadableDb } from '../cache/db.ts'
import { printedAt, type PrintedOn } from './printedOn.ts'

/** When the utility's data were as they are here, where the zone is; null where that is not known. */
export function readAsOf(db: ReadableDb, timeZone: string): PrintedOn | null {
  const { asOf } = readFeedState(db)
  return asOf === null ? null : printedAt(asOf, timeZone)
}
