import { statSync } from 'node:fs'
import { backupsIn, listBackups } from '../cache/backup.ts'
import { damageOfPromises } from '../cache/check.ts'
import type { WritableDb } from '../cache/db.ts'
import { isCorruption } from '../cache/faults.ts'
import { openDatabase, refuseTheFuture } from '../cache/open.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import { journalFile, readJournal, type JournalEntry } from '../outbox/journal.ts'
import { isFinished, isSalvageWanted } from './files.ts'
import { contradictionTo, restoreFromJournal } from './restoreFromJournal.ts'
import { salvage } from './recover.ts'

interface SoundParts {
  databaseFile: string
  /** Where the outbox's journal and the backups are. */
  dataDir: string
  clock: Clock
  log: Log
}

/**
 * Opens the database for promises, as `openDatabase` does, and makes sure that what was promised is in it: a file that is missing, corrupt, or
 * was found corrupt in use is salvaged first. Throws `SchemaFromTheFuture`, and what the disk does to us.
 */
export function openSoundDatabase(parts: SoundParts): WritableDb {
  const { databaseFile, dataDir, clock } = parts
  if (isFinished(databaseFile) || isSalvageWanted(dataDir) || isLost(parts)) salvageUnlessNewer(parts)
  const journal = readJournal(journalFile(dataDir))
  const db = openIfSound(parts, journal) ?? openSalvaged(parts)
  restoreFromJournal(db, journal, clock)
  return db
}

/** Null when it is damaged. */
function openIfSound({ databaseFile, log }: SoundParts, journal: readonly JournalEntry[]): WritableDb | null {
  try {
    const db = openDatabase(databaseFile, { role: 'promises' })
    const damage = damageOfPromises(db, { audit: false }) ?? contradictionTo(db, journal)
    if (damage === null) return db
    log.error({ damage }, 'the database is corrupt')
    db.close()
  } catch (error) {
    if (!isCorruption(error)) throw error
    log.error({ damage: error.code }, 'the database is corrupt')
  }
  return null
}

function openSalvaged(parts: SoundParts): WritableDb {
  salvage(parts)
  return openDatabase(parts.databaseFile, { role: 'promises' })
}

function salvageUnlessNewer(parts: SoundParts): void {
  try {
    refuseTheFuture(parts.databaseFile)
  } catch (error) {
    if (!isCorruption(error)) throw error
  }
  salvage(parts)
}

/** No file, or an empty one, where things were promised before. */
function isLost({ databaseFile, dataDir, clock }: SoundParts): boolean {
  if ((statSync(databaseFile, { throwIfNoEntry: false })?.size ?? 0) > 0) return false
  const today = new Date(clock.now()).toISOString().slice(0, 10)
  return readJournal(journalFile(dataDir)).length > 0 || listBackups(backupsIn(dataDir), today).length > 0
}
