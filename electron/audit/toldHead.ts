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

/** Null where none was told, or where the file cannot be read. */
export function readToldHead(dataDir: string): Head | null {
  try {
    return head.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')))
  } catch (error) {
    if (isFileFault(error) || error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}

/** Keeps what the utility was told, in the file and in the log; null, or the same again, changes nothing. */
export function createToldHead({ dataDir, log }: { dataDir: string; log: Log }): { note(told: Head | null): void } {
  let last = readToldHead(dataDir)?.hash ?? null
  return {
    note(told) {
      if (told === null || told.hash === last) return
      last = told.hash
      log.info({ auditHead: headText(told) }, 'head of the audit told to utility')
      try {
        const unfinished = `${fileIn(dataDir)}.unfinished`
        writeFileSync(unfinished, JSON.stringify(told), { mode: 0o600 })
        renameSync(unfinished, fileIn(dataDir))
      } catch (error) {
        if (!isFileFault(error)) throw error
        log.warn({ code: error.code }, 'head of the audit not kept')
      }
    },
  }
}

interface OpenedParts {
  db: WritableDb
  dataDir: string
  clock: Clock
  log: Log
}

/** When the database is opened: one that does not hold the row that was told last is older than it was, and its audit says so from here on. */
export function noteIfOlder({ db, dataDir, clock, log }: OpenedParts): void {
  const told = readToldHead(dataDir)
  if (!told || hasRow(db, told) || isDeclaredLost(db, told.hash)) return
  log.error({ auditHead: headText(told) }, 'the audit does not hold what the utility was told of it')
  try {
    db.transaction(() => beginRestoredSegment(db, clock, told)).immediate()
  } catch (error) {
    // A full disk keeps nobody from opening; the next start says it.
    if (!isDatabaseFault(error)) throw error
    log.error({ code: error.code }, 'not stored in the audit')
  }
}
