import Database from 'better-sqlite3'

/** Whether SQLite failed for what the disk or another connection did: no space, an I/O error, a lock. Anything else is a bug of ours. */
export const isStorageFault = (error: unknown): error is Error & { code: string } =>
  error instanceof Database.SqliteError && /^SQLITE_(FULL|IOERR|BUSY|READONLY)/.test(error.code)

/** Whether SQLite found that the file is not what it wrote. */
export const isCorruption = (error: unknown): error is Error & { code: string } =>
  error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)

/** Whether a rule of the table itself refused the row. */
export const isConstraint = (error: unknown): boolean => error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')
