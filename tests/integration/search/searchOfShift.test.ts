import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { createSearchOfShift } from '../../../electron/search/searchOfShift.ts'
import { startSearching } from '../../../electron/search/searchThread.ts'
import { createSearchService } from '../../../electron/services/search.ts'
import { createRecentCustomers } from '../../../electron/session/recentCustomers.ts'
import { must, problemOf, silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { loadCustomers } from '../../fixtures/search/searchWorld.ts'

it('a search that cannot read, or whose thread is ended, is told as such, and the next one finds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'searching-'))
  const databaseFile = join(folder, 'ventanilla.db')
  const recent = createRecentCustomers()
  const shift = createSearchOfShift(() => startSearching({ log: silentLog, databaseFile }))
  onTestFinished(async () => {
    await shift.end()
    rmSync(folder, { recursive: true })
  })
  const { 'search.find': find } = createSearchService({ searching: shift, recent, isReady: () => true, log: silentLog })
  shift.begin()
  // There is no database yet.
  expect(problemOf(await find({ text: 'ana' }))).toBe('search-failed')

  const db = openDatabase(databaseFile, { role: 'feed' })
  onTestFinished(() => void db.close())
  loadCustomers(db, 100)
  for (const id of ['c-3', 'c-9']) recent.add(id)
  expect(must(await find({ text: '' })).hits.map(({ accountId, by }) => [accountId, by])).toEqual([
    ['c-9', 'recent'],
    ['c-3', 'recent'],
  ])
  // The clerk leaves while they search.
  const late = find({ text: 'maria' })
  await shift.end()
  expect(problemOf(await late)).toBe('search-failed')
  shift.begin()
  expect(must(await find({ text: 'maria' })).hits.length).toBeGreaterThan(0)
})
