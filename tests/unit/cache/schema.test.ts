import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { feedTables } from '../../../electron/sync/feedTables.ts'

const db = openDatabase(':memory:', { role: 'feed' })

interface Column {
  name: string
  type: string
}
const columnsOf = (table: string): Column[] => db.prepare<[string], Column>('SELECT name, type FROM pragma_table_info(?)').all(table)
const tables = db
  .prepare<[], { name: string; strict: number }>(
    "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type NOT IN ('virtual', 'shadow') AND name NOT LIKE 'sqlite_%'",
  )
  .all()

describe('the schema', () => {
  it('has tables, all of them STRICT', () => {
    expect(tables.map(({ name }) => name)).toContain('invoice')
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([])
  })

  it('gives foreign keys the type of what they point at', () => {
    for (const { name } of tables) {
      const keys = db.prepare<[string], { table: string; from: string; to: string }>('SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)').all(name)
      for (const key of keys) {
        const typeOf = (table: string, column: string) => columnsOf(table).find((each) => each.name === column)?.type
        expect(typeOf(name, key.from), `${name}.${key.from}`).toBe(typeOf(key.table, key.to))
      }
    }
  })

  it('has no foreign key among the tables of the feed, whose order is arbitrary', () => {
    for (const { table } of feedTables) expect(db.prepare('SELECT * FROM pragma_foreign_key_list(?)').all(table), table).toEqual([])
  })

  it('has, for each entity, the columns that sync writes and no other', () => {
    for (const { table, columns } of feedTables) {
      expect(
        columnsOf(table)
          .map(({ name }) => name)
          .sort(),
        table,
      ).toEqual(['id', 'rev', 'deleted', ...columns, 'data'].sort())
    }
  })
})
