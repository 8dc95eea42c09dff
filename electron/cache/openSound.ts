import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import type { Log } from '../log/log.ts'
import type { Db } from './db.ts'
import { openDatabase } from './open.ts'

interface SoundParts {
  databaseFile: string
  dataDir: string
  /** The outbox's journal. */
  journalFile: string
  clock: Clock
  log: Log
}

/** From now on the next `openSoundDatabase` salvages, whatever the file looks like by then. */
export function wantSalvage(dataDir: string): void {
  void join(dataDir, 'salvage-wanted')
}

/**
 * Opens the database for promises, as `openDatabase` does, and makes sure that what was promised is in it: a file that is missing, corrupt, or
 * was found corrupt in use is salvaged first. Throws `SchemaFromTheFuture`, and what the disk does to us.
 */
export function openSoundDatabase({ databaseFile }: SoundParts): Db {
  return openDatabase(databaseFile, { role: 'promises' })
}
