import { execFileSync } from 'node:child_process'
import { findDebianTool } from '../fixtures/tools.ts'

/** Rows of a database file, read by SQLite's own program: not by the library that wrote them. */
export function queryByCli<Row>(file: string, sql: string): Row[] {
  const sqlite3 = findDebianTool('sqlite3', 'sqlite3')
  const out = execFileSync(sqlite3, ['-json', '-cmd', '.timeout 60000', file, sql], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  return out.trim() === '' ? [] : (JSON.parse(out) as Row[])
}

/**
 * `ok`, or what is wrong with the file. CHECK constraints are left to the program's own library: Debian's SQLite thinks that NULL is no valid
 * JSON, newer ones have no opinion.
 */
export const checkFile = (file: string, check: 'integrity_check' | 'quick_check'): string =>
  queryByCli<Record<string, string>>(file, `PRAGMA ignore_check_constraints = ON; PRAGMA ${check}`)
    .map((row) => row[check])
    .join('\n')
