import type { Db } from './db.ts'
import { isCorruption } from './faults.ts'
import { promiseTables } from './promises.ts'

/** What `quick_check` finds wrong with a table and its indexes, or null. Throws what the disk does to us. */
export function damageOf(db: Db, table: string): string | null {
  return orDamage(() => {
    const found = String(db.pragma(`quick_check('${table}')`, { simple: true }))
    return found === 'ok' ? null : found
  })
}

/**
 * Whether what was promised can be trusted; null when it can. The audit, which grows for years, is left to the check of the whole file unless
 * it is asked for.
 */
export function damageOfPromises(db: Db, { audit }: { audit: boolean }): string | null {
  const tables = ['sqlite_schema', ...promiseTables.filter((table) => audit || table !== 'audit')]
  return firstDamage(tables, (table) => damageOf(db, table))
}

/** Every table of the file, the cache's included. */
export function tablesOf(db: Db): string[] {
  return db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rootpage").pluck().all()
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
