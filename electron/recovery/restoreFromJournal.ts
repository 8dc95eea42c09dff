import type { ReadableDb, WritableDb } from '../cache/db.ts'
import { findCommand } from '../cache/queries/commands.ts'
import { recordIncident } from '../cache/queries/incidents.ts'
import type { Clock } from '../clock.ts'
import type { JournalEntry } from '../outbox/journal.ts'
import { journalledRow } from './commandRows.ts'
import { insertRow } from './rows.ts'

/**
 * A sound file may still be older than what was acknowledged: somebody put a copy back, or the end of the write-ahead log is lost. What the journal
 * has beyond it is filed again, to be sent: the utility knows what it has had already.
 */
export function restoreFromJournal(db: WritableDb, journal: readonly JournalEntry[], clock: Clock): void {
  const missing = journal.filter(({ id }) => findCommand(db, id) === null)
  if (missing.length === 0) return
  db.transaction(() => {
    const commands = missing.filter((entry) => insertRow(db, 'command', journalledRow(entry))).length
    if (commands > 0) recordIncident(db, clock, { code: 'commands-restored', detail: { commands } })
  }).immediate()
}

/**
 * Bytes may change within a row without breaking any rule of the file; the journal, whose lines bear checksums, knows what was filed. Answers
 * which column is not as it was, or null.
 */
export function contradictionTo(db: ReadableDb, journal: readonly JournalEntry[]): string | null {
  for (const entry of journal) {
    const stored = findCommand(db, entry.id)
    const changed = stored && filedColumns.find((column) => !isSame(stored[column], entry[column]))
    if (changed) return `command: ${changed} is not what was filed`
  }
  return null
}

const filedColumns = ['formId', 'sessionId', 'kind', 'accountId', 'localFolio', 'capturedAt', 'body'] as const

const isSame = (one: string | Buffer | null, other: string | Buffer | null): boolean =>
  Buffer.isBuffer(one) && Buffer.isBuffer(other) ? one.equals(other) : one === other
