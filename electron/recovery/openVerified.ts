import { statSync } from 'node:fs'
import { noteIfOlder } from '../audit/toldHead.ts'
import { backupsIn, listBackups, renameOldBackups } from '../cache/backup.ts'
import { damageOf, damageOfDurableTables, firstDamage } from '../cache/check.ts'
import type { WritableDb } from '../cache/db.ts'
import { openDatabase, assertSchemaNotNewer } from '../cache/openDatabase.ts'
import type { Clock } from '../clock.ts'
import { isCorruption, isFileFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { journalFile, readJournal, renameOldJournal, type Journal } from '../outbox/journal.ts'
import { isFinished, isRecoveryRequested, renameOldMarks } from './files.ts'
import { contradictionTo, restoreFromJournal } from './restoreFromJournal.ts'
import { recoverDatabase } from './recover.ts'

interface VerifiedParts {
  databaseFile: string
  /** Where the outbox's journal and the backups are. */
  dataDir: string
  clock: Clock
  log: Log
}

/**
 * Opens the database for durable data, as `openDatabase` does, and makes sure that what was acknowledged is in it: a file that is missing, corrupt, or
 * was found corrupt in use is recovered first. Throws `SchemaNewerThanProgram`, and what the disk does to us.
 */
export function openVerifiedDatabase(parts: VerifiedParts): WritableDb {
  const { databaseFile, dataDir, clock } = parts
  renameOldFiles(parts)
  if (isFinished(databaseFile) || isRecoveryRequested(dataDir) || isLost(parts)) recoverUnlessNewer(parts)
  const journal = readJournal(journalFile(dataDir))
  const db = openIfSound(parts, journal) ?? openRecovered(parts)
  restoreFromJournal(db, journal, clock)
  noteIfOlder({ ...parts, db })
  return db
}

/** An older program called them otherwise. */
function renameOldFiles({ databaseFile, dataDir, log }: VerifiedParts): void {
  renameOldMarks(databaseFile)
  renameOldJournal(dataDir)
  try {
    renameOldBackups(backupsIn(dataDir))
  } catch (error) {
    // A database that is whole needs no backup: the kiosk opens, and the next backup says that it fails.
    if (!isFileFault(error)) throw error
    log.error({ code: error.code }, 'backups cannot be renamed')
  }
}

/** Of what the feed brings, this is read before anybody could say that it is damaged. */
const READ_AT_START = ['feed_state']

/** Null when it is damaged. */
function openIfSound({ databaseFile, log }: VerifiedParts, journal: Journal): WritableDb | null {
  try {
    const db = openDatabase(databaseFile, { role: 'durable' })
    const damage = damageOfDurableTables(db, { audit: false }) ?? firstDamage(READ_AT_START, (table) => damageOf(db, table)) ?? contradictionTo(db, journal)
    if (damage === null) return db
    log.error({ damage }, 'database corrupt: recovering it')
    db.close()
  } catch (error) {
    if (!isCorruption(error)) throw error
    log.error({ damage: error.code }, 'database corrupt: recovering it')
  }
  return null
}

function openRecovered(parts: VerifiedParts): WritableDb {
  recoverDatabase(parts)
  return openDatabase(parts.databaseFile, { role: 'durable' })
}

function recoverUnlessNewer(parts: VerifiedParts): void {
  try {
    assertSchemaNotNewer(parts.databaseFile)
  } catch (error) {
    if (!isCorruption(error)) throw error
  }
  recoverDatabase(parts)
}

/** No file, or an empty one, where durable data stood before. */
function isLost({ databaseFile, dataDir, clock }: VerifiedParts): boolean {
  if ((statSync(databaseFile, { throwIfNoEntry: false })?.size ?? 0) > 0) return false
  const today = new Date(clock.now()).toISOString().slice(0, 10)
  return readJournal(journalFile(dataDir)).entries.length > 0 || listBackups(backupsIn(dataDir), today).length > 0
}
