import Database from 'better-sqlite3'
import { join } from 'node:path'
import { makeDurableFolder } from '../disk.ts'

/** Why the data directory cannot be had; one line. The process exits with 1. */
export class DataDirectoryUnusable extends Error {
  override name = 'DataDirectoryUnusable'
}

/**
 * Takes the data directory for this process, creating it if need be. The lock is the operating system's, held through an open SQLite
 * transaction: it goes when the process goes, however it goes, and leaves nothing to clean up. Throws `DataDirectoryUnusable`.
 */
export function lockDataDirectory(dataDir: string): { release(): void } {
  try {
    makeDurableFolder(dataDir)
    return hold(join(dataDir, 'lock.db'))
  } catch (error) {
    throw new DataDirectoryUnusable(`${dataDir} ${reason(error)}`)
  }
}

function hold(path: string): { release(): void } {
  const db = new Database(path, { timeout: 0 })
  try {
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    throw error
  }
  return { release: () => db.close() }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_BUSY') ? 'is in use by another instance of Ventanilla' : `is not writable (${code || 'unknown reason'})`
}
