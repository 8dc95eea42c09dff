import type { ReadableDb, WritableDb } from '../cache/db.ts'
import { findCommand } from '../cache/queries/commands.ts'
import { recordIncident } from '../cache/queries/incidents.ts'
import type { Clock } from '../clock.ts'
import type { Journal } from '../outbox/journal.ts'
import { findClosing } from '../cache/queries/closings.ts'
import { addClosings } from './closings.ts'
import { journalledRow } from './commandRows.ts'
import { insertRow } from './rows.ts'

/**
 * A sound file may still be older than what was acknowledged: somebody put a copy back, or the end of the write-ahead log is lost. What the journal
 * has beyond it is filed again, to be sent: the utility knows what it has had already. What staff had corrected or closed stays so.
 */
export function restoreFromJournal(db: WritableDb, { entries, closings }: Journal, clock: Clock): void {
  const missing = entries.filter(({ id }) => findCommand(db, id) === null)
  const unknown = closings.filter(({ commandId }) => findClosing(db, commandId) === null)
  if (missing.length + unknown.length === 0) return
  db.transaction(() => {
    const commands = missing.filter((entry) => insertRow(db, 'command', journalledRow(entry))).length
    const closed = addClosings(db, unknown)
    if (commands + closed > 0) recordIncident(db, clock, { code: 'commands-restored', detail: { commands, ...(closed > 0 && { closings: closed }) } })
  }).immediate()
}

/**
 * Bytes may change within a row without breaking any rule of the file; the journal, whose lines bear checksums, knows what was filed and closed. Answers
 * which column is not as it was, or null.
 */
export function contradictionTo(db: ReadableDb, { entries, closings }: Journal): string | null {
  for (const entry of entries) {
    const stored = findCommand(db, entry.id)
    const changed = stored && filedColumns.find((column) => !isSame(stored[column], entry[column]))
    if (changed) return `command: ${changed} is not what was filed`
  }
  for (const closing of closings) {
    const stored = findClosing(db, closing.commandId)
    const changed = stored && closedColumns.find((column) => stored[column] !== closing[column])
    if (changed) return `command_closing: ${changed} is not what was stored`
  }
  return null
}

const filedColumns = ['formId', 'sessionId', 'kind', 'accountId', 'localFolio', 'capturedAt', 'body'] as const

const closedColumns = ['at', 'who', 'correctedBy', 'reason'] as const

const isSame = (one: string | Buffer | null, other: string | Buffer | null): boolean =>
  Buffer.isBuffer(one) && Buffer.isBuffer(other) ? one.equals(other) : one === other
