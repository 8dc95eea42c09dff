import Database from 'better-sqlite3'
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeDurableFolder, syncFolder } from '../disk.ts'
import { isCorruption, isMissing } from '../faults.ts'
import { damageOfDurableTables } from './check.ts'
import type { WritableDb } from './db.ts'
import { openDatabase } from './openDatabase.ts'
import { durableTables } from './durableTables.ts'

const KEPT = 7
const NAME = /^durable-data-(\d{8})\.db$/
/** What the copies were called before. */
const OLD_NAME = /^promises-(\d{8})\.db$/

/** Rows that are copied without looking up: a program that wants to stop does not wait for years of audit. */
const CHUNK = 5_000

interface BackupOrder {
  databaseFile: string
  backupsDir: string
  /** `YYYY-MM-DD`. */
  today: string
  shouldStop: () => boolean
}

/** The folder of the daily copies. */
export const backupsIn = (dataDir: string): string => join(dataDir, 'backups')

/**
 * Copies what cannot be fetched again, as of one moment, into `durable-data-YYYYMMDD.db`: a database like ours with an empty cache. It is checked
 * before it takes its name, and of the older ones the newest stay. Answers its path, or null when it was told to stop. Throws what the disk does to us;
 * then the older ones are all there.
 */
export function makeBackup({ databaseFile, backupsDir, today, shouldStop }: BackupOrder): string | null {
  makeDurableFolder(backupsDir)
  const backup = join(backupsDir, `durable-data-${today.replaceAll('-', '')}.db`)
  const unfinished = join(backupsDir, 'durable-data.unfinished')
  removeDatabase(unfinished)
  try {
    const db = openDatabase(unfinished, { role: 'durable' })
    try {
      if (!copyDurableTables(db, databaseFile, shouldStop)) return null
      const damage = damageOfDurableTables(db, { audit: true })
      if (damage !== null) throw new Database.SqliteError(`the copy is not what was written: ${damage}`, 'SQLITE_IOERR')
      // One file that stands by itself, whoever looks at it.
      db.exec('DETACH live')
      db.pragma('journal_mode = DELETE')
    } finally {
      db.close()
    }
    syncToDisk(unfinished)
    renameSync(unfinished, backup)
    syncFolder(backupsDir)
  } finally {
    removeDatabase(unfinished)
  }
  for (const old of listBackups(backupsDir, today).slice(KEPT)) rmSync(old)
  return backup
}

/**
 * Restores the newest copy into a file of its own, as a recovery would, and reads it: its durable tables are whole, and this program can bring them up to
 * date. Nothing of it stays. Throws what the disk does to us.
 */
export function tryBackup({ backupsDir, today }: Pick<BackupOrder, 'backupsDir' | 'today'>): 'sound' | 'none' | 'unreadable' {
  const trial = join(backupsDir, 'restored.unfinished')
  // Of a trial that was killed, or whatever else stands there: it goes also where there is no copy any more.
  rmSync(trial, { force: true, recursive: true })
  removeDatabase(trial)
  const [newest] = listBackups(backupsDir, today)
  if (newest === undefined) return 'none'
  try {
    copyFileSync(newest, trial)
    return isSound(trial) ? 'sound' : 'unreadable'
  } finally {
    removeDatabase(trial)
  }
}

function isSound(file: string): boolean {
  try {
    const db = openDatabase(file, { role: 'durable' })
    try {
      return damageOfDurableTables(db, { audit: true }) === null
    } finally {
      db.close()
    }
  } catch (error) {
    if (isCorruption(error)) return false
    throw error
  }
}

/**
 * The copies' files, newest first. One from the future was made under a wrong clock: its age is not known, so it counts as the oldest.
 * @param today `YYYY-MM-DD`
 */
export function listBackups(backupsDir: string, today: string): string[] {
  const limit = today.replaceAll('-', '')
  const rank = (name: string): string => {
    const day = NAME.exec(name)?.[1] ?? ''
    return day > limit ? `0${day}` : `1${day}`
  }
  return namesIn(backupsDir)
    .filter((name) => NAME.test(name))
    .sort((one, other) => (rank(one) < rank(other) ? 1 : -1))
    .map((name) => join(backupsDir, name))
}

/** Gives the copies of an older program their new names; of two of one day the newer program's stays. May be killed at any step, and done again. */
export function renameOldBackups(backupsDir: string): void {
  const old = namesIn(backupsDir).filter((name) => OLD_NAME.test(name))
  for (const name of old) {
    const [from, to] = [join(backupsDir, name), join(backupsDir, name.replace(OLD_NAME, 'durable-data-$1.db'))]
    if (existsSync(to)) rmSync(from)
    else renameSync(from, to)
  }
  if (old.length > 0) syncFolder(backupsDir)
  removeDatabase(join(backupsDir, 'promises.unfinished'))
}

/** When the newest copy was made; RFC 3339. */
export function lastBackupAt(dataDir: string, today: string): string | null {
  const [newest] = listBackups(backupsIn(dataDir), today)
  return newest === undefined ? null : statSync(newest).mtime.toISOString()
}

function copyDurableTables(db: WritableDb, databaseFile: string, shouldStop: () => boolean): boolean {
  db.prepare('ATTACH ? AS live').run(databaseFile)
  return db.transaction(() => {
    // A job points at the one that took its place, which comes later.
    db.pragma('defer_foreign_keys = ON')
    return durableTables.every((table) => copyTable(db, table, shouldStop))
  })()
}

/** In chunks by rowid. The first read of the transaction fixes the moment for all tables. */
function copyTable(db: WritableDb, table: string, shouldStop: () => boolean): boolean {
  db.exec(`DELETE FROM main.${table}`)
  const columns = db.prepare<[string], string>("SELECT name FROM pragma_table_info(?, 'live')").pluck().all(table).join(', ')
  const chunk = db.prepare<[number, number]>(
    `INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM live.${table} WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  )
  const last = db
    .prepare<[number, number], number | null>(`SELECT max(rowid) FROM (SELECT rowid FROM live.${table} WHERE rowid > ? ORDER BY rowid LIMIT ?)`)
    .pluck()
  for (let from = 0; ;) {
    if (shouldStop()) return false
    const to = last.get(from, CHUNK)
    if (to == null) return true
    chunk.run(from, CHUNK)
    from = to
  }
}

/** A database with the files that SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
}

/** A file's content on the disk. */
export function syncToDisk(path: string): void {
  // Windows flushes no file that was opened for reading alone.
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
