import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { WritableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { isDatabaseFault, isFileFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { hasRow, headText, type Head } from './head.ts'
import { beginRestoredSegment, isDeclaredLost } from './segments.ts'

/**
 * The last head that the utility was told. It stands beside the database and not in it: where an older database, or one whose end was cut off, takes
 * the place of this one, it still says how far the audit had come.
 */
const fileIn = (dataDir: string): string => join(dataDir, 'audit-told.json')

const head = z.object({ seq: z.number().int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) })

/** What the file holds, or why it holds nothing: `ENOENT` where none was told, `INVALID` where there is no head in it, or another fault of the file system. */
export function readToldFile(dataDir: string): { head: Head } | { head: null; code: string } {
  try {
    return { head: head.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))) }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return { head: null, code: 'INVALID' }
    if (isFileFault(error)) return { head: null, code: error.code }
    throw error
  }
}

/** Null where none was told, or where the file cannot be read. */
export const readToldHead = (dataDir: string): Head | null => readToldFile(dataDir).head

interface OlderParts {
  db: WritableDb
  dataDir: string
  clock: Clock
  log: Log
}

/** Keeps what the utility was told, in the file and in the log; null, or the same again, changes nothing. */
export function createToldHead(parts: OlderParts): { note(told: Head | null): void } {
  const { dataDir, log } = parts
  let last = readToldHead(dataDir)?.hash ?? null
  return {
    note(told) {
      // Rows may have been cut off while the program runs: what says so is not overwritten before the audit does.
      if (told === null || told.hash === last || !noteIfOlder(parts)) return
      last = told.hash
      log.info({ auditHead: headText(told) }, 'head of the audit told to utility')
      keep(dataDir, told, log)
    },
  }
}

function keep(dataDir: string, told: Head, log: Log): void {
  try {
    const unfinished = `${fileIn(dataDir)}.unfinished`
    writeFileSync(unfinished, JSON.stringify(told), { mode: 0o600 })
    renameSync(unfinished, fileIn(dataDir))
  } catch (error) {
    if (!isFileFault(error)) throw error
    log.warn({ code: error.code }, 'head of the audit not kept')
  }
}

/**
 * When the database is opened, and before another head is kept: an audit that does not hold the row that was told last is older than it was, and says so from here
 * on. False where that cannot be stored.
 */
export function noteIfOlder({ db, dataDir, clock, log }: OlderParts): boolean {
  const told = readToldHead(dataDir)
  if (!told || hasRow(db, told) || isDeclaredLost(db, told.hash)) return true
  log.error({ auditHead: headText(told) }, 'the audit does not hold what the utility was told of it')
  try {
    db.transaction(() => beginRestoredSegment(db, clock, told)).immediate()
    return true
  } catch (error) {
    // A full disk keeps nobody from opening; the next heartbeat or start says it.
    if (!isDatabaseFault(error)) throw error
    log.error({ code: error.code }, 'not stored in the audit')
    return false
  }
}
