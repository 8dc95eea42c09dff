import type { CheckResult, SelfTest } from '../../../shared/contract/selfTest.ts'
import type { ReadableDb, WritableDb } from '../db.ts'
import { query, statement } from '../statement.ts'

/** Of months. */
const KEPT = 200

interface Row {
  id: number
  at: string
  occasion: SelfTest['occasion']
  results: string
}

const newest = (db: ReadableDb): Row | undefined => query<[], Row>(db, 'SELECT id, at, occasion, results FROM self_test ORDER BY id DESC LIMIT 1').get()

/** Null before the first one. */
export function latestSelfTest(db: ReadableDb): SelfTest | null {
  const row = newest(db)
  return row ? { at: row.at, occasion: row.occasion, results: JSON.parse(row.results) as CheckResult[] } : null
}

export function storeSelfTest(db: WritableDb, { at, occasion, results }: SelfTest): void {
  statement(db, 'INSERT INTO self_test (at, occasion, results) VALUES (?, ?, ?)').run(at, occasion, JSON.stringify(results))
  statement(db, `DELETE FROM self_test WHERE id <= (SELECT max(id) FROM self_test) - ${KEPT}`).run()
}

/** Of the one of that time, if it is kept: one result takes the place of that of the same check. */
export function amendSelfTest(db: WritableDb, at: string, result: CheckResult): void {
  const row = newest(db)
  if (row?.at !== at) return
  const results = (JSON.parse(row.results) as CheckResult[]).map((one) => (one.check === result.check ? result : one))
  statement(db, 'UPDATE self_test SET results = ? WHERE id = ?').run(JSON.stringify(results), row.id)
}
