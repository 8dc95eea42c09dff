import { copyFileSync } from 'node:fs'
import { listBackups, removeDatabase } from '../cache/backup.ts'
import { damageOfDurableTables } from '../cache/check.ts'
import type { WritableDb } from '../cache/db.ts'
import { SchemaNewerThanProgram } from '../cache/migrate.ts'
import { openDatabase } from '../cache/openDatabase.ts'
import type { Clock } from '../clock.ts'
import { isCorruption } from '../faults.ts'
import { backupCopyOf } from './files.ts'

/** The newest backup that is sound, as a copy that was brought up to date; null without one. */
export function openNewestBackup(databaseFile: string, backupsDir: string, clock: Clock): WritableDb | null {
  const today = new Date(clock.now()).toISOString().slice(0, 10)
  for (const backup of listBackups(backupsDir, today)) {
    const copy = backupCopyOf(databaseFile)
    removeDatabase(copy)
    copyFileSync(backup, copy)
    const db = openIfSound(copy)
    if (db) return db
  }
  return null
}

function openIfSound(path: string): WritableDb | null {
  try {
    const db = openDatabase(path, { role: 'durable' })
    if (damageOfDurableTables(db, { audit: true }) === null) return db
    db.close()
    return null
  } catch (error) {
    if (isCorruption(error) || error instanceof SchemaNewerThanProgram) return null
    throw error
  }
}
