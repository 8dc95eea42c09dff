import Database from 'better-sqlite3'
import { failure, type Result } from '../shared/result.ts'

/** A fault that names itself: SQLite's code (`SQLITE_FULL`) or the system's (`ENOSPC`). */
type Fault = Error & { code: string }

/** The code of a fault, `UNKNOWN` for whatever has none. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN')

/** Whether SQLite failed for what the disk or another connection did: no space, an I/O error, a lock. Anything else is a bug of ours. */
export const isStorageFault = (error: unknown): error is Fault => error instanceof Database.SqliteError && /^SQLITE_(FULL|IOERR|BUSY|READONLY)/.test(error.code)

/** Whether SQLite found that the file is not what it wrote. */
export const isCorruption = (error: unknown): error is Fault => error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)

/** Whether the disk or the database's file failed, and not the program. */
export const isDatabaseFault = (error: unknown): error is Fault => isStorageFault(error) || isCorruption(error)

/** Whether a rule of the table itself refused the row. */
export const isConstraint = (error: unknown): boolean => error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')

/** An error of the file system, not a bug. */
export const isFileFault = (error: unknown): error is Fault => error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'

/** The file system's error: no space, or none that is ours. */
export const isFullDisk = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(codeOf(error))

/** The file system's error: there is no such file. */
export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT'

/** What was asked for, or `cannot-store` where the disk refused it: then nothing of it was done. */
export function storing<T>(ask: () => Result<T>): Result<T> {
  try {
    return ask()
  } catch (error) {
    if (!isDatabaseFault(error)) throw error
    return failure({ code: 'cannot-store' })
  }
}
