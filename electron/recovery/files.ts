import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { removeDatabase, syncToDisk } from '../cache/backup.ts'
import { syncFolder } from '../disk.ts'
import { isFileFault } from '../faults.ts'

/** How many damaged files are kept for whoever wants to know what happened. */
const KEPT = 2

const WANTED = 'recovery-wanted'
/** What the mark was called before. */
const OLD_WANTED = 'salvage-wanted'

/** What could be taken out of the damaged file, while the recovery lasts. */
export const rescuedOf = (databaseFile: string): string => `${databaseFile}.rescued`
/** The copy of a backup that is looked into. */
export const backupCopyOf = (databaseFile: string): string => `${databaseFile}.from-backup`
/** The new database while it is made, and once it is whole. */
export const unfinishedOf = (databaseFile: string): string => `${databaseFile}.recovering`
const finishedOf = (databaseFile: string): string => `${databaseFile}.recovered`

/**
 * From now on the next `openVerifiedDatabase` recovers the database, whatever the file looks like by then, also after the end of the process. On a disk that
 * takes no file it does nothing: damage to durable data is found at the start anyway.
 */
export function requestRecovery(dataDir: string): void {
  try {
    writeFileSync(join(dataDir, WANTED), '')
    syncFolder(dataDir)
  } catch (error) {
    if (!isFileFault(error)) throw error
  }
}

/**
 * Gives the marks of an older program's recovery their new names: one that was asked for is begun, one that was cut off with a finished database
 * goes on, an unfinished database is made anew. May be killed at any step, and done again.
 */
export function renameOldMarks(databaseFile: string): void {
  const folder = dirname(databaseFile)
  renameIfThere(join(folder, OLD_WANTED), join(folder, WANTED))
  renameIfThere(`${databaseFile}.salvaged`, finishedOf(databaseFile))
  removeDatabase(`${databaseFile}.salvaging`)
}

function renameIfThere(from: string, to: string): void {
  if (!existsSync(from)) return
  renameSync(from, to)
  syncFolder(dirname(to))
}

export const isRecoveryRequested = (dataDir: string): boolean => existsSync(join(dataDir, WANTED))

/** The new database is whole and on the disk: from here on a recovery that is cut off is only to be finished. */
export function declareFinished(databaseFile: string): void {
  syncToDisk(unfinishedOf(databaseFile))
  renameSync(unfinishedOf(databaseFile), finishedOf(databaseFile))
  syncFolder(dirname(databaseFile))
}

export const isFinished = (databaseFile: string): boolean => existsSync(finishedOf(databaseFile))

/**
 * Puts the finished database in the place of the damaged one, which is set aside with its log. The log goes first: beside the new database
 * it would be taken for its own. Each step may have been taken already by a recovery that was cut off.
 * @param stamp tells one damaged file from another; in the order of time
 */
export function replaceDatabase(databaseFile: string, stamp: string): void {
  rmSync(join(dirname(databaseFile), WANTED), { force: true })
  const aside = `${databaseFile}.corrupt-${stamp}`
  rmSync(`${databaseFile}-shm`, { force: true })
  for (const suffix of ['-wal', '-journal', '']) {
    if (existsSync(databaseFile + suffix)) renameSync(databaseFile + suffix, aside + suffix)
  }
  syncFolder(dirname(databaseFile))
  // Before the last rename: after it no start would come here again.
  removeDatabase(rescuedOf(databaseFile))
  removeDatabase(backupCopyOf(databaseFile))
  renameSync(finishedOf(databaseFile), databaseFile)
  syncFolder(dirname(databaseFile))
  forgetOldest(databaseFile)
}

function forgetOldest(databaseFile: string): void {
  const folder = dirname(databaseFile)
  const prefix = `${basename(databaseFile)}.corrupt-`
  const names = readdirSync(folder).filter((name) => name.startsWith(prefix))
  const stamps = [...new Set(names.map((name) => name.slice(prefix.length).replace(/-\w+$/, '')))].sort()
  for (const stamp of stamps.slice(0, -KEPT)) removeDatabase(join(folder, prefix + stamp))
}
