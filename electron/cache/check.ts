import { isCorruption } from '../faults.ts'
import type { ReadableDb } from './db.ts'
import { durableTables } from './durableTables.ts'
import { query } from './statement.ts'

/** What `quick_check` finds wrong with a table and its indexes, or null. Throws what the disk does to us. */
export function damageOf(db: ReadableDb, table: string): string | null {
  return orDamage(() => {
    const found = query<[], string>(db, `PRAGMA quick_check('${table}')`).pluck().get()
    return found === 'ok' ? null : String(found)
  })
}

/**
 * Whether the durable tables can be trusted; null when it can. The audit, which grows for years, is left to the check of the whole file unless
 * it is asked for.
 */
export function damageOfDurableTables(db: ReadableDb, { audit }: { audit: boolean }): string | null {
  const tables = ['sqlite_schema', ...durableTables.filter((table) => audit || table !== 'audit')]
  return firstDamage(tables, (table) => damageOf(db, table))
}

/** Every table of the file, the cache's included. */
export function tablesOf(db: ReadableDb): string[] {
  return query<[], string>(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rootpage").pluck().all()
}

/** The first damage that is found, table by table. */
export function firstDamage(tables: readonly string[], look: (table: string) => string | null): string | null {
  for (const table of tables) {
    const damage = look(table)
    if (damage !== null) return `${table}: ${damage}`
  }
  return null
}

/** Damage may be so great that the check itself breaks off. */
function orDamage(check: () => string | null): string | null {
  try {
    return check()
  } catch (error) {
    if (isCorruption(error)) return error.code
    throw error
  }
}
