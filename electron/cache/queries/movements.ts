import type { Movement } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

/** Movements of an account from one day to another, both included. */
export interface MovementRange {
  accountId: string
  from: string
  to: string
}

export interface MovementSums {
  count: number
  /** What was charged in the range, and what was paid or credited, as a positive figure; minor units. */
  charges: number
  payments: number
  /** The sum of all that was posted after the range. */
  later: number
}

const sums = `
  SELECT
    coalesce(sum(posted_on <= :to), 0) AS count,
    coalesce(sum(iif(posted_on <= :to AND amount > 0, amount, 0)), 0) AS charges,
    coalesce(sum(iif(posted_on <= :to AND amount < 0, -amount, 0)), 0) AS payments,
    coalesce(sum(iif(posted_on > :to, amount, 0)), 0) AS later
  FROM (SELECT posted_on, data ->> 'amount' AS amount FROM movement WHERE account_id = :accountId AND posted_on >= :from AND deleted = 0)`

/** Added up by SQLite: no row becomes an object. */
export function sumMovements(db: ReadableDb, range: MovementRange): MovementSums {
  const row = query<[MovementRange], MovementSums>(db, sums).get(range)
  if (!row) throw new Error('a sum has one row')
  return row
}

/** The days of an account's first and last movement; null where it has none. */
export function movementDays(db: ReadableDb, accountId: string): { oldest: string | null; newest: string | null } {
  const end = (order: 'ASC' | 'DESC'): string =>
    `(SELECT posted_on FROM movement WHERE account_id = :accountId AND deleted = 0 ORDER BY posted_on ${order} LIMIT 1)`
  const sql = `SELECT ${end('ASC')} AS oldest, ${end('DESC')} AS newest`
  return query<[{ accountId: string }], { oldest: string | null; newest: string | null }>(db, sql).get({ accountId }) ?? { oldest: null, newest: null }
}

const inRange = 'SELECT data FROM movement WHERE account_id = :accountId AND posted_on BETWEEN :from AND :to AND deleted = 0'

/** In the utility's order, by day and then by id, one after another: a range may hold more than fits in memory at once. */
export function* eachMovement(db: ReadableDb, range: MovementRange): Generator<Movement> {
  const rows = query<[MovementRange], { data: string }>(db, `${inRange} ORDER BY posted_on, id`).iterate(range)
  for (const row of rows) yield fromData<Movement>(row)
}

/** Newest first, so many at most. */
export function listNewestMovements(db: ReadableDb, range: MovementRange, most: number): Movement[] {
  const sql = `${inRange} ORDER BY posted_on DESC, id DESC LIMIT :most`
  return query<[MovementRange & { most: number }], { data: string }>(db, sql)
    .all({ ...range, most })
    .map(fromData<Movement>)
}
