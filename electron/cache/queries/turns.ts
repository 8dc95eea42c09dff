import type { WritableDb } from '../db.ts'
import { statement } from '../statement.ts'

const NEXT = `
  INSERT INTO turn_day (day, last_number) VALUES (?, 1)
  ON CONFLICT (day) DO UPDATE SET last_number = last_number + 1 RETURNING last_number`

/** The next number in the queue of that day, from 1 on; never given again. In the transaction that stores what bears it. */
export function takeTurn(db: WritableDb, day: string): number {
  const number = statement<[string], number>(db, NEXT).pluck().get(day)
  if (number === undefined) throw new Error('no turn was given')
  return number
}
