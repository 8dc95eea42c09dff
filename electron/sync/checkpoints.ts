import { statSync } from 'node:fs'
import type { WritableDb } from '../cache/db.ts'
import type { RunWrite } from '../cache/writerPriority.ts'

/** Frames of the write-ahead log (4 KiB each) that may wait to be copied into the database. */
const MOST_FRAMES = 20_000
/** A log file beyond this is cut when there is a moment. */
const MOST_BYTES = 32 * 1024 * 1024

/** The sync's connection checkpoints for all: one on the main thread would stall it. */
export interface Checkpoints {
  /** Copies the log when it is long; others may write meanwhile. */
  copyIfLong(): void
  /** Copies all, and cuts a large log file unless somebody is reading from it. */
  tidy(): void
}

/** Disables SQLite's automatic checkpoints of this connection: they run within a commit, while the main thread waits to write. */
export function createCheckpoints(db: WritableDb, runWrite: RunWrite): Checkpoints {
  db.pragma('wal_autocheckpoint = 0')
  return {
    copyIfLong() {
      if (framesWaiting(db) > MOST_FRAMES) db.pragma('wal_checkpoint(PASSIVE)')
    },
    tidy() {
      db.pragma('wal_checkpoint(PASSIVE)')
      if (logBytes(db) > MOST_BYTES) runWrite(() => cut(db))
    },
  }
}

function framesWaiting(db: WritableDb): number {
  const [state] = db.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[]
  return state ? state.log - state.checkpointed : 0
}

const logBytes = (db: WritableDb): number => statSync(`${db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0

/** Nobody can write while this waits for readers: it does not wait. */
function cut(db: WritableDb): void {
  const patience = Number(db.pragma('busy_timeout', { simple: true }))
  db.pragma('busy_timeout = 0')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma(`busy_timeout = ${patience}`)
}
