import { statSync } from 'node:fs'
import type { WritableDb } from '../cache/db.ts'
import type { RunWrite } from '../cache/writerPriority.ts'

/** The most frames of the write-ahead log (4 KiB each) that are not copied into the database. */
const MOST_FRAMES = 20_000
/** A larger log file is truncated after a reading. */
const MOST_BYTES = 32 * 1024 * 1024

/** The sync's connection checkpoints for all connections: a checkpoint on the main thread would stall it. */
export interface Checkpoints {
  /** Copies the log into the database when it is long; others may write meanwhile. */
  copyIfLong(): void
  /** Copies the whole log, and truncates a large log file unless somebody reads from it. */
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

/** Truncates the log without waiting for readers, because nobody could write meanwhile. */
function cut(db: WritableDb): void {
  const patience = Number(db.pragma('busy_timeout', { simple: true }))
  db.pragma('busy_timeout = 0')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma(`busy_timeout = ${patience}`)
}
