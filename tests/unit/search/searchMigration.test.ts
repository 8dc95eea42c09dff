import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../../electron/cache/migrate.ts'
import { migrations } from '../../../electron/cache/migrations/index.ts'
import { search } from '../../../electron/search/search.ts'
import { finishStaging } from '../../../electron/sync/staging.ts'
import { dictionaryIn, dictionaryOf, termsIn, termsOf } from '../../fixtures/search/indexView.ts'
import { customerAt } from '../../fixtures/search/people.ts'

const ACCOUNT_SEARCH = 210

it('indexes the accounts that an older program stored, those of a load under way too', () => {
  const db = new Database(':memory:')
  migrate(
    db,
    migrations.filter(({ version }) => version < ACCOUNT_SEARCH),
  )
  const tables = db
    .prepare<[], string>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%REFERENCES%'")
    .pluck()
    .all()
  for (const sql of tables.filter((text) => text.includes('deleted INTEGER') || text.includes('TABLE set_aside')))
    db.exec(sql.replace('CREATE TABLE ', 'CREATE TABLE stage_'))
  for (const [table, places] of Object.entries({ account: [1, 2], stage_account: [3, 4, 5] })) {
    const insert = db.prepare(`INSERT INTO ${table} (id, rev, deleted, data) VALUES (?, 1, ?, ?)`)
    for (const place of places) insert.run(`c-${place}`, 0, JSON.stringify(customerAt(place)))
    insert.run('gone', 1, null)
  }
  db.exec('UPDATE feed_state SET complete = 1, staging = 1')
  migrate(db, migrations)

  const number = (place: number): string[] => search(db, customerAt(place).number).map(({ accountId }) => accountId)
  expect([number(1), number(3)]).toEqual([['c-1'], []])
  expect([termsIn(db), dictionaryIn(db)]).toEqual([termsOf(db), dictionaryOf(db)])
  finishStaging(db, (work) => work())
  expect([number(1), number(3)]).toEqual([[], ['c-3']])
  expect([termsIn(db), dictionaryIn(db)]).toEqual([termsOf(db), dictionaryOf(db)])
  db.close()
})
