import { openForReading } from '../cache/openDatabase.ts'
import { answeredCommands } from '../cache/queries/commands.ts'
import { codeOf, isDatabaseFault, isFileFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { rewriteJournal } from './journal.ts'

interface TrimParts {
  dataDir: string
  /** A sound copy of the durable tables. */
  backupFile: string
  log: Log
}

/** Takes out of the journal what the utility had answered when the copy was made, since the copy tells of it. On the main thread only. */
export function trimJournal({ dataDir, backupFile, log }: TrimParts): void {
  try {
    const answered = readAnswered(backupFile)
    rewriteJournal(dataDir, ({ id }) => !answered.has(id))
  } catch (error) {
    if (!isFileFault(error) && !isUnreadable(error)) throw error
    log.warn({ code: error.code }, 'outbox journal not trimmed')
  }
}

function readAnswered(backupFile: string): Set<string> {
  const backup = openForReading(backupFile)
  try {
    return new Set(answeredCommands(backup))
  } finally {
    backup.close()
  }
}

const isUnreadable = (error: unknown): error is Error & { code: string } => isDatabaseFault(error) || codeOf(error) === 'SQLITE_CANTOPEN'
