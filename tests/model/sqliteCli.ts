import { execFileSync } from 'node:child_process'
import { findDebianTool } from '../fixtures/tools.ts'

/** SQLite's own program, not the library that wrote the file. For each statement with rows it prints one JSON array. */
const run = (file: string, sql: string): string =>
  execFileSync(findDebianTool('sqlite3', 'sqlite3'), ['-json', '-cmd', '.timeout 60000', file, sql], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 }).trim()

/** Rows of a database file. */
export function queryByCli<Row>(file: string, sql: string): Row[] {
  const out = run(file, sql)
  return out === '' ? [] : (JSON.parse(out) as Row[])
}

/** Every row of each table, in the order of their rowid, by the name of the table; in one process, because each takes long to start. */
export function tablesByCli(file: string, tables: readonly string[]): Record<string, Record<string, unknown>[]> {
  if (tables.length === 0) return {}
  // A table without rows prints nothing: the array with its name says whose rows follow.
  const out = run(file, tables.map((table) => `SELECT '${table}' AS "table"; SELECT rowid AS row, * FROM "${table}" ORDER BY rowid;`).join('\n'))
  const arrays = JSON.parse(`[${out.replaceAll(']\n[', '],[')}]`) as Record<string, unknown>[][]
  const found: Record<string, Record<string, unknown>[]> = {}
  let table = ''
  for (const array of arrays) {
    const name = array[0]?.table
    if (typeof name === 'string') found[(table = name)] = []
    else found[table] = array
  }
  return found
}

/**
 * `ok`, or what is wrong with the file. CHECK constraints are left to the program's own library: Debian's SQLite thinks that NULL is no valid
 * JSON, newer ones have no opinion.
 */
export const checkFile = (file: string, check: 'integrity_check' | 'quick_check'): string =>
  queryByCli<Record<string, string>>(file, `PRAGMA ignore_check_constraints = ON; PRAGMA ${check}`)
    .map((row) => row[check])
    .join('\n')
