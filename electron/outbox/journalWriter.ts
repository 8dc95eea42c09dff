import type { ReadableDb } from '../cache/db.ts'
import { pendingCommands } from '../cache/queries/commands.ts'
import { lastNumberOf } from '../cache/queries/folios.ts'
import { isFileFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { folioParts } from './folios.ts'
import { appendToJournal, journalFile, readJournal, type JournalEntry } from './journal.ts'
import { isUntouched } from './restoreDetector.ts'

/** Writes the journal, and keeps it level with the database. */
export interface JournalWriter {
  /** It tells nothing against the database, and is no copy that was put back. */
  isSound: boolean
  isEmpty: boolean
  /** On the disk when it returns; where the disk fails it is written with the next one, the database has it. */
  add(entry: JournalEntry): void
  /** The doubts about it were settled: from now on it is tracked again. */
  markVerified(): void
}

interface JournalWriterParts {
  db: ReadableDb
  dataDir: string
  log: Log
}

/** Also writes down what the process, when it last ended, had stored but not written here. */
export function openJournalWriter({ db, dataDir, log }: JournalWriterParts): JournalWriter {
  const { entries, isSound } = judge(db, dataDir, log)
  const written = new Set(entries.map(({ id }) => id))
  const unwritten: JournalEntry[] = pendingCommands(db).filter(({ id }) => !written.has(id))
  let verified = isSound

  function write(): void {
    try {
      appendToJournal(dataDir, unwritten, verified)
      unwritten.length = 0
    } catch (error) {
      if (!isFileFault(error)) throw error
      log.error({ code: error.code, unwritten: unwritten.length }, 'outbox journal write failed')
    }
  }

  if (unwritten.length > 0) write()
  return {
    isSound,
    isEmpty: entries.length === 0,
    add(entry) {
      unwritten.push(entry)
      write()
    },
    markVerified() {
      verified = true
      write()
    },
  }
}

/** One that cannot be read proves nothing. */
function judge(db: ReadableDb, dataDir: string, log: Log): { entries: JournalEntry[]; isSound: boolean } {
  const path = journalFile(dataDir)
  try {
    const entries = readJournal(path)
    return { entries, isSound: isUntouched(dataDir, path) && !isBehindJournal(db, entries) }
  } catch (error) {
    if (!isFileFault(error)) throw error
    log.error({ code: error.code }, 'outbox journal read failed')
    return { entries: [], isSound: false }
  }
}

/** The journal tells of folios that the database does not know: the database is older. */
function isBehindJournal(db: ReadableDb, entries: readonly JournalEntry[]): boolean {
  return entries.some(({ localFolio }) => {
    const parts = folioParts(localFolio)
    return parts !== null && parts.number > lastNumberOf(db, parts.series, parts.day)
  })
}
