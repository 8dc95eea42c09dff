import { openForReading } from '../cache/openDatabase.ts'
import { closedCommands } from '../cache/queries/closings.ts'
import { answeredCommands } from '../cache/queries/commands.ts'
import { codeOf, isDatabaseFault, isFileFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { rewriteJournal } from './journal.ts'
import { isClosing } from './journalLines.ts'

interface TrimParts {
  dataDir: string
  /** A sound copy of the durable tables. */
  backupFile: string
  log: Log
}

/**
 * Takes out of the journal what the utility had answered, and what staff had closed, when the copy was made, since the copy tells of it. On the main thread
 * only.
 */
export function trimJournal({ dataDir, backupFile, log }: TrimParts): void {
  try {
    const { answered, closed } = readDone(backupFile)
    rewriteJournal(dataDir, (line) => !(isClosing(line) ? closed.has(line.commandId) : answered.has(line.id)))
  } catch (error) {
    if (!isFileFault(error) && !isUnreadable(error)) throw error
    log.warn({ code: error.code }, 'outbox journal not trimmed')
  }
}

function readDone(backupFile: string): { answered: Set<string>; closed: Set<string> } {
  const backup = openForReading(backupFile)
  try {
    return { answered: new Set(answeredCommands(backup)), closed: new Set(closedCommands(backup)) }
  } finally {
    backup.close()
  }
}

const isUnreadable = (error: unknown): error is Error & { code: string } => isDatabaseFault(error) || codeOf(error) === 'SQLITE_CANTOPEN'
