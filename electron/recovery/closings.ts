import type { ReadableDb, WritableDb } from '../cache/db.ts'
import { closingsAfter, findClosing, type ExplainedClosing } from '../cache/queries/closings.ts'
import { findCommand } from '../cache/queries/commands.ts'
import { statement } from '../cache/statement.ts'
import { insertRow } from './rows.ts'

/** Where nobody knows any more why it was refused. */
const UNKNOWN = { code: 'unknown', detail: '' }

/** Every closing that a database tells, in the order in which it was stored. */
export const closingsOf = (db: ReadableDb | null): ExplainedClosing[] => (db ? closingsAfter(db, null) : [])

/**
 * Adds what staff made of refused commands. A correction that is known nowhere corrects nothing: it was being filed when all ended. What was corrected or
 * closed is not sent again, also where the database forgot that it was refused. Answers how many were added.
 */
export function addClosings(db: WritableDb, found: readonly ExplainedClosing[]): number {
  let added = 0
  for (const { refusal, ...closing } of found) {
    const { commandId, at, who, correctedBy, reason } = closing
    if (findClosing(db, commandId) || (correctedBy !== null && findCommand(db, correctedBy) === null)) continue
    if (!insertRow(db, 'command_closing', { command_id: commandId, at, who, corrected_by: correctedBy, reason })) continue
    added += 1
    const sql = "UPDATE command SET state = 'refused', refusal = ? WHERE id = ? AND state = 'pending'"
    statement(db, sql).run(JSON.stringify(refusal ?? UNKNOWN), commandId)
  }
  return added
}
