import type { ReadableDb } from '../cache/db.ts'
import { closingsAfter } from '../cache/queries/closings.ts'
import { findCommand, pendingCommands } from '../cache/queries/commands.ts'
import { lastNumberOf } from '../cache/queries/folios.ts'
import { isFileFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { folioParts } from './folios.ts'
import { appendToJournal, journalFile, readJournal, type Journal } from './journal.ts'
import { keyOfLine, type JournalEntry, type JournalLine } from './journalLines.ts'
import { isUntouched } from './restoreDetector.ts'

/** Writes the journal, and keeps it level with the database. */
export interface JournalWriter {
  /** It tells nothing against the database, and is no copy that was put back. */
  isSound: boolean
  isEmpty: boolean
  /** On the disk when it returns; where the disk fails they are written with the next ones, the database has them. */
  add(...lines: readonly JournalLine[]): void
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
  const { isSound, ...journal } = judge(db, dataDir, log)
  const unwritten = missingIn(db, journal)
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
    isEmpty: journal.entries.length === 0,
    add(...lines) {
      unwritten.push(...lines)
      write()
    },
    markVerified() {
      verified = true
      write()
    },
  }
}

/**
 * What waits, and every closing since the newest that is written, behind which stands the command that corrects: one that was delivered meanwhile
 * waits no more, and the closing says nothing without it.
 */
function missingIn(db: ReadableDb, { entries, closings }: Journal): JournalLine[] {
  const closed = closingsAfter(db, closings.at(-1)?.commandId ?? null)
  const correcting = closed.flatMap(({ correctedBy }) => (correctedBy === null ? null : findCommand(db, correctedBy)) ?? [])
  const written = new Set([...entries, ...closings].map(keyOfLine))
  const wanted: JournalLine[] = [...closed, ...correcting, ...pendingCommands(db)]
  const missing = wanted.filter((line) => !written.has(keyOfLine(line)))
  return [...new Map(missing.map((line) => [keyOfLine(line), line])).values()]
}

/** One that cannot be read proves nothing. */
function judge(db: ReadableDb, dataDir: string, log: Log): Journal & { isSound: boolean } {
  const path = journalFile(dataDir)
  try {
    const journal = readJournal(path)
    return { ...journal, isSound: isUntouched(dataDir, path) && !isBehindJournal(db, journal.entries) }
  } catch (error) {
    if (!isFileFault(error)) throw error
    log.error({ code: error.code }, 'outbox journal read failed')
    return { entries: [], closings: [], isSound: false }
  }
}

/** The journal tells of folios that the database does not know: the database is older. */
function isBehindJournal(db: ReadableDb, entries: readonly JournalEntry[]): boolean {
  return entries.some(({ localFolio }) => {
    const parts = folioParts(localFolio)
    return parts !== null && parts.number > lastNumberOf(db, parts.series, parts.day)
  })
}
