import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from '../disk.ts'
import { isMissing } from '../faults.ts'
import { isClosing, keyOfLine, readLine, writeLine, type JournalClosing, type JournalEntry, type JournalLine } from './journalLines.ts'
import { isUntouched, markRestored, renameTracked, trackWrite } from './restoreDetector.ts'

/**
 * The second copy of what customers filed, and of what staff made of what was refused, beside the database: one line each, appended and on the disk
 * before it is acknowledged. It gives back what a corrupt or restored database has lost, and proves the folios that were given.
 */
export interface Journal {
  /** In the order in which they were filed. */
  entries: JournalEntry[]
  closings: JournalClosing[]
}

/** Where it is. */
export const journalFile = (dataDir: string): string => join(dataDir, 'outbox-journal.log')

/** A line that is torn or damaged is left out; so is one that was written twice. */
export function readJournal(path: string): Journal {
  const lines = readLines(path)
  return { entries: lines.filter((line): line is JournalEntry => !isClosing(line)), closings: lines.filter(isClosing) }
}

const readLines = (path: string): JournalLine[] => [
  ...new Map(
    readText(path)
      .split('\n')
      .flatMap(readLine)
      .map((line) => [keyOfLine(line), line]),
  ).values(),
]

/**
 * Appends, and returns when it is on the disk. Throws what the file system says.
 * @param verified the file is known to be ours, no copy that was put back: only then the stamp of the file is noted
 */
export function appendToJournal(dataDir: string, lines: readonly JournalLine[], verified: boolean): void {
  const append = (): void => {
    const isNew = !existsSync(journalFile(dataDir))
    writeDurably(journalFile(dataDir), 'a', lines.map(writeLine).join(''))
    if (isNew) syncFolder(dataDir)
  }
  if (verified) trackWrite(dataDir, journalFile(dataDir), append)
  else append()
}

/**
 * Leaves out what need not be kept, but never the newest entry, which proves what was given, nor the newest closing, up to which the database was
 * written here. One whose origin is in doubt stays as it is. To be called on the main thread, like everything that writes here. Throws what the file
 * system says.
 */
export function rewriteJournal(dataDir: string, isKept: (line: JournalLine) => boolean): void {
  const path = journalFile(dataDir)
  const lines = readLines(path)
  const newest = [lines.findLast(isClosing), lines.findLast((line) => !isClosing(line))]
  if (lines.length === 0 || !isUntouched(dataDir, path)) return
  const kept = lines.filter((line) => newest.includes(line) || isKept(line))
  if (kept.length === lines.length) return
  trackWrite(dataDir, path, () => {
    writeDurably(`${path}.new`, 'w', kept.map(writeLine).join(''))
    renameSync(`${path}.new`, path)
    syncFolder(dataDir)
  })
}

/** What the journal and its stamps were called before they were `outbox-journal.log` and `outbox-journal.stamp`. */
const OLD_JOURNAL = 'promises.log'
const OLD_STAMP = 'promises.seen'

/**
 * Gives the journal of an older program its new name; may be killed at any step, and done again. Where there is one of each name, somebody put
 * an old directory over a newer one: what the old one tells is added, and the directory counts as restored. Throws what the file system says.
 */
export function renameOldJournal(dataDir: string): void {
  const [from, to] = [join(dataDir, OLD_JOURNAL), journalFile(dataDir)]
  const oldStampFile = join(dataDir, OLD_STAMP)
  if (existsSync(from) && existsSync(to)) {
    markRestored(dataDir)
    appendToJournal(dataDir, readLines(from), false)
    rmSync(from)
  } else if (existsSync(from)) {
    renameTracked(dataDir, { from, oldStampFile, to })
  }
  rmSync(oldStampFile, { force: true })
  rmSync(`${from}.new`, { force: true })
}

function writeDurably(path: string, flag: 'a' | 'w', text: string): void {
  const handle = openSync(path, flag, 0o600)
  try {
    const bytes = Buffer.from(text)
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return ''
    throw error
  }
}
