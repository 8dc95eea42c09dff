import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { search } from '../../../electron/search/search.ts'
import { loadCustomers } from '../../fixtures/search/searchWorld.ts'

const CUSTOMERS = 20_000
const corpus = JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/search/corpus.json'), 'utf8')) as {
  what: string
  text: string
  customer: string
}[]

it('has the right customer in the first three of 98 in 100 searches', () => {
  const db = openDatabase(':memory:', { role: 'feed' })
  loadCustomers(db, CUSTOMERS)
  const missed = corpus.filter(({ text, customer }) => {
    const first = search(db, text).slice(0, 3)
    return !first.some(({ accountId }) => accountId === customer)
  })
  db.close()
  expect(corpus).toHaveLength(200)
  expect(missed.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(4)
})
