import type { ReadableDb, WritableDb } from '../db.ts'
import { query, statement } from '../statement.ts'

/** Whether the fleet's owner took this kiosk out of service. */
export const isOutOfService = (db: ReadableDb): boolean => query<[], number>(db, 'SELECT out_of_service FROM service_state').pluck().get() === 1

export function setOutOfService(db: WritableDb, out: boolean): void {
  statement<[number], void>(db, 'UPDATE service_state SET out_of_service = ?').run(out ? 1 : 0)
}
