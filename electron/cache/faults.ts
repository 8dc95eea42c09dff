import Database from 'better-sqlite3'

/** Whether SQLite failed for what the disk or another connection did: no space, an I/O error, a lock. Anything else is a bug of ours. */
export const isStorageFault = (error: unknown): error is Error & { code: string } =>
  error instanceof Database.SqliteError && /^SQLITE_(FULL|IOERR|BUSY|READONLY)/.test(error.code)

/** Whether SQLite found that the file is not what it wrote. */
export const isCorruption = (error: unknown): error is Error & { code: string } =>
  error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
