import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { filedKind } from '../../shared/contract/filings.ts'
import type { StoredCommand } from '../cache/queries/commands.ts'
import { syncFolder } from '../disk.ts'
import { isMissing } from '../faults.ts'
import { isUntouched, markRestored, renameTracked, trackWrite } from './restoreDetector.ts'

/**
 * The second copy of what customers filed, beside the database: one line a command, appended and on the disk before the filing is
 * acknowledged. It gives back what a corrupt or restored database has lost, and proves the folios that were given.
 */
export type JournalEntry = Pick<StoredCommand, 'id' | 'formId' | 'sessionId' | 'kind' | 'accountId' | 'localFolio' | 'capturedAt' | 'body'>

/** Where it is. */
export const journalFile = (dataDir: string): string => join(dataDir, 'outbox-journal.log')

const line = z.object({
  id: z.uuid(),
  formId: z.string(),
  sessionId: z.string(),
  kind: filedKind,
  accountId: z.string().nullable(),
  localFolio: z.string(),
  capturedAt: z.string(),
  body: z.base64().transform((text) => Buffer.from(text, 'base64')),
})

/** In the order in which they were filed. A line that is torn or damaged is left out; so is one that was written twice. */
export function readJournal(path: string): JournalEntry[] {
  const entries = readText(path).split('\n').flatMap(readLine)
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
}

/**
 * Appends, and returns when it is on the disk. Throws what the file system says.
 * @param verified the file is known to be ours, no copy that was put back: only then the stamp of the file is noted
 */
export function appendToJournal(dataDir: string, entries: readonly JournalEntry[], verified: boolean): void {
  const append = (): void => {
    const isNew = !existsSync(journalFile(dataDir))
    writeDurably(journalFile(dataDir), 'a', entries.map(writeLine).join(''))
    if (isNew) syncFolder(dataDir)
  }
  if (verified) trackWrite(dataDir, journalFile(dataDir), append)
  else append()
}

/**
 * Leaves out what need not be kept, but never the newest, which proves what was given. One whose origin is in doubt stays as it is. To be
 * called on the main thread, like everything that writes here. Throws what the file system says.
 */
export function rewriteJournal(dataDir: string, isKept: (entry: JournalEntry) => boolean): void {
  const path = journalFile(dataDir)
  const entries = readJournal(path)
  const newest = entries.at(-1)
  if (!newest || !isUntouched(dataDir, path)) return
  const kept = entries.filter((entry) => entry === newest || isKept(entry))
  if (kept.length === entries.length) return
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
    appendToJournal(dataDir, readJournal(from), false)
    rmSync(from)
  } else if (existsSync(from)) {
    renameTracked(dataDir, { from, oldStampFile, to })
  }
  rmSync(oldStampFile, { force: true })
  rmSync(`${from}.new`, { force: true })
}

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** Begins with a line feed: what an append that was cut off left behind ends there. */
function writeLine({ id, formId, sessionId, kind, accountId, localFolio, capturedAt, body }: JournalEntry): string {
  const text = JSON.stringify({ id, formId, sessionId, kind, accountId, localFolio, capturedAt, body: body.toString('base64') })
  return `\n${checksum(text)} ${text}\n`
}

function readLine(text: string): JournalEntry[] {
  const [sum = '', content = ''] = [text.slice(0, 32), text.slice(33)]
  if (content === '' || checksum(content) !== sum) return []
  const parsed = line.safeParse(JSON.parse(content))
  return parsed.success ? [parsed.data] : []
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
