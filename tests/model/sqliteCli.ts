import { execFileSync } from 'node:child_process'
import { findDebianTool } from '../fixtures/tools.ts'

/** Rows of a database file, read by SQLite's own program: not by the library that wrote them. */
export function queryByCli<Row>(file: string, sql: string): Row[] {
  const sqlite3 = findDebianTool('sqlite3', 'sqlite3')
  const out = execFileSync(sqlite3, ['-json', '-cmd', '.timeout 5000', file, sql], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  return out.trim() === '' ? [] : (JSON.parse(out) as Row[])
}

/** `ok`, or what is wrong with the file. */
export const checkIntegrity = (file: string): string =>
  queryByCli<{ integrity_check: string }>(file, 'PRAGMA integrity_check').map((row) => row.integrity_check).join('\n')
