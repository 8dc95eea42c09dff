import Database from 'better-sqlite3'
import type { Clock } from '../clock.ts'
import { isCorruption, isStorageFault } from '../faults.ts'
import type { Log } from '../log/log.ts'
import { damageOfDurableTables } from './check.ts'
import type { WritableDb } from './db.ts'
import type { Incidents } from './incidents.ts'
import { guardTransactions } from './transaction.ts'

/** A disk that is full for large things and not for small ones fails and recovers with every other touch. */
const TOLD_AGAIN_AFTER = 60 * 60_000

interface GuardParts {
  db: WritableDb
  log: Log
  clock: Clock
  incidents: Incidents
  /** The file is not what SQLite wrote: recover it. Called once. */
  onCorrupt: () => void
}

/**
 * Stands between durable data and a disk that fails: every `inTransaction` of this connection passes through here. After an I/O error
 * nobody knows what is on the disk (decision 16). Nothing is written any more until a checkpoint has copied every frame of the write-ahead log
 * into the database file, synced that, and cut the log, and the durable tables have been read and found whole. A full disk leaves no such
 * doubt: the write itself is refused.
 */
export function guardStorage(parts: GuardParts): void {
  const { db } = parts
  const state: State = { ...parts, doubtful: false, failing: false, toldAt: null, corrupt: false }
  guardTransactions(db, (work) => {
    try {
      if (state.doubtful) verifyStorage(state)
      const value = work()
      if (state.failing) noteRecovery(state)
      return value
    } catch (error) {
      noteFault(state, error)
      throw error
    }
  })
}

interface State extends GuardParts {
  /** Nobody knows what is on the disk. */
  doubtful: boolean
  /** The last attempt failed. */
  failing: boolean
  /** When staff was last told; monotonic. */
  toldAt: number | null
  corrupt: boolean
}

function noteFault(state: State, error: unknown): void {
  if (isCorruption(error)) return noteCorruption(state, error.code)
  if (!isStorageFault(error) || error.code.startsWith('SQLITE_BUSY')) return
  const full = error.code.startsWith('SQLITE_FULL')
  state.doubtful ||= !full
  if (state.doubtful) {
    tryQuietly(state, () => overwriteFailedCommit(state.db))
    tryQuietly(state, () => verifyStorage(state))
  }
  if (state.failing) return
  state.failing = true
  if (state.toldAt !== null && state.clock.elapsed() - state.toldAt < TOLD_AGAIN_AFTER) return
  state.toldAt = state.clock.elapsed()
  state.incidents.record({ code: full ? 'disk-full' : 'disk-error', detail: { sqlite: error.code } })
}

function noteCorruption(state: State, code: string): void {
  if (state.corrupt) return
  state.corrupt = true
  state.log.error({ code }, 'database corrupt')
  state.onCorrupt()
}

function noteRecovery(state: State): void {
  state.failing = false
  state.log.info('disk writable again')
  state.incidents.flush()
}

/** Throws what keeps the file from being made sound. */
function verifyStorage(state: State): void {
  makeDurable(state.db)
  const damage = damageOfDurableTables(state.db, { audit: false })
  if (damage !== null) throw new Database.SqliteError(damage, 'SQLITE_CORRUPT')
  state.doubtful = false
}

function tryQuietly(state: State, action: () => void): void {
  try {
    action()
  } catch (error) {
    if (isCorruption(error)) noteCorruption(state, error.code)
    else if (!isStorageFault(error)) throw error
  }
}

/**
 * A commit whose fsync failed was refused, but its frames stand at the end of the log with their commit mark: a restart would bring them to
 * life, though the customer was told that nothing was stored. The next transaction is written over them; this one leaves nothing but a gap
 * in the numbers of incidents (SQLite writes no page that has not changed), so it does not matter whether it succeeds.
 */
function overwriteFailedCommit(db: WritableDb): void {
  db.transaction(() => db.exec("INSERT INTO incident (at, code) VALUES ('', ''); DELETE FROM incident WHERE at = ''")).immediate()
}

/** Every commit is in the database file and on the disk when this returns, and the log is empty. */
function makeDurable(db: WritableDb): void {
  const [outcome] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  if (outcome?.busy !== 0) throw new Database.SqliteError('the write-ahead log is in use', 'SQLITE_BUSY')
}
