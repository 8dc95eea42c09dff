import Database from 'better-sqlite3'
import { chmodSync, existsSync } from 'node:fs'
import type { ReadableDb, WritableDb } from './db.ts'
import { assertVersionIsKnown, migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'

/** A SQLite before this loses writes when a WAL is reset while another connection checkpoints. */
const OLDEST_SOUND_SQLITE = '3.51.3'

interface OpenOptions {
  /**
   * `durable`: what a customer was told is on the disk before the call returns (synchronous=FULL), and this connection never
   * checkpoints, because a checkpoint would stall the main event loop. `feed`: the sync worker's (NORMAL); it checkpoints for both.
   */
  role: 'durable' | 'feed'
}

/**
 * The one place where the database is opened (a key would go in here). Brings the schema up to date; a file that a newer program wrote is
 * left as it is, its write-ahead log included, and `SchemaNewerThanProgram` thrown.
 */
export function openDatabase(path: string, { role }: OpenOptions): WritableDb {
  assertSchemaNotNewer(path)
  const db = connect(path, { role })
  try {
    migrate(db, migrations)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A new database without tables, into which rows may be put in any order. */
export function openEmptyDatabase(path: string): WritableDb {
  const db = connect(path, { role: 'durable' })
  db.pragma('foreign_keys = OFF')
  return db
}

function connect(path: string, { role }: OpenOptions): WritableDb {
  const isNew = !existsSync(path)
  const db = new Database(path)
  try {
    // What SQLite keeps beside the file is as readable as the file.
    if (isNew && !db.memory) chmodSync(path, 0o600)
    assertSoundSqlite(db)
    db.pragma('journal_mode = WAL')
    db.pragma('foreign_keys = ON')
    db.pragma('busy_timeout = 5000')
    db.pragma('trusted_schema = OFF')
    db.pragma(role === 'durable' ? 'synchronous = FULL' : 'synchronous = NORMAL')
    db.pragma(role === 'durable' ? 'wal_autocheckpoint = 0' : 'wal_autocheckpoint = 20000')
    // A page of the feed touches rows and indexes all over the file.
    if (role === 'feed') db.pragma('cache_size = -65536')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A connection without write access. */
export type ReadOnlyConnection = ReadableDb & { close(): void }

/** Without bringing the schema up to date: for a look at a file that may be damaged or in use. */
export function openForReading(path: string): ReadOnlyConnection {
  return connectForReading(path)
}

/**
 * The same, with everything that is read of one moment, whatever others write meanwhile.
 * @param held rows that are on no disk, see `openBeside`
 */
export function openSnapshot(path: string, held: Uint8Array | null = null): ReadOnlyConnection {
  const db = held ? connectBeside(held, path) : connectForReading(path)
  db.exec('BEGIN')
  return db
}

/** The same for a connection that stays open: what the work reads is of one moment. */
export const atOneMoment = <T>(db: ReadOnlyConnection, work: () => T): T => (db as Database.Database).transaction(work).deferred()

/**
 * Rows that are on no disk, read as if they stood in the file: a table that is held goes before the file's table of that name.
 * @param held what `serialize` made of a database in memory
 */
export const openBeside = (held: Uint8Array, path: string): ReadOnlyConnection => connectBeside(held, path)

function connectForReading(path: string): WritableDb {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  db.pragma('busy_timeout = 5000')
  db.pragma('trusted_schema = OFF')
  return db
}

function connectBeside(held: Uint8Array, path: string): WritableDb {
  // What is attached is opened as the connection is: without write access.
  const db = new Database(Buffer.from(held.buffer, held.byteOffset, held.byteLength), { readonly: true })
  try {
    db.pragma('busy_timeout = 5000')
    db.pragma('trusted_schema = OFF')
    // What is sorted goes to no temporary file.
    db.pragma('temp_store = MEMORY')
    db.prepare('ATTACH DATABASE ? AS file').run(path)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Rolls back the hot rollback journal that a kill left beside the file; a read-only connection cannot read such a file. Only the change of
 * `journal_mode` at the first start writes a rollback journal: everything later is in the write-ahead log.
 */
export function rollBackHotJournal(path: string): void {
  if (!existsSync(`${path}-journal`)) return
  const db = new Database(path)
  try {
    db.pragma('schema_version')
  } finally {
    db.close()
  }
}

/**
 * Throws `SchemaNewerThanProgram`, without touching anything: a connection that may write copies the log into the file when it closes, which
 * would be too late to say that the file is none of ours. A version that no program ever wrote throws SQLITE_CORRUPT.
 */
export function assertSchemaNotNewer(path: string): void {
  if (!existsSync(path) || existsSync(`${path}-journal`)) return
  const db = openForReading(path)
  try {
    assertVersionIsKnown(db, migrations)
  } finally {
    db.close()
  }
}

function assertSoundSqlite(db: WritableDb): void {
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '0'
  if (version.localeCompare(OLDEST_SOUND_SQLITE, 'en', { numeric: true }) < 0) {
    throw new Error(`SQLite ${version} is older than ${OLDEST_SOUND_SQLITE}`)
  }
}
