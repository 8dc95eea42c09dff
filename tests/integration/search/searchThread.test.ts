import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { startSearching } from '../../../electron/search/searchThread.ts'
import { anAccount } from '../../fixtures/accounts/branchData.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { applyChanges, loadCustomers, upserted } from '../../fixtures/search/searchWorld.ts'

it('searches in a thread of its own, and knows each time what was written meanwhile', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'searching-'))
  const databaseFile = join(folder, 'ventanilla.db')
  const db = openDatabase(databaseFile, { role: 'feed' })
  loadCustomers(db, 100)
  const { find, close } = startSearching({ log: silentLog, databaseFile })
  onTestFinished(async () => {
    await close()
    db.close()
    rmSync(folder, { recursive: true })
  })
  const found = async (text: string): Promise<string[]> => (await find(text, ['c-7'])).map(({ accountId }) => accountId)

  expect(await found('')).toEqual(['c-7'])
  expect(await found('40989917')).toEqual([])
  applyChanges(db, [upserted('account', anAccount({ holder: { ...anAccount().holder, familyName: 'Ibargüengoitia' } }))], { from: 'end', to: 'next' })
  expect(await found('40989917')).toEqual(['a-1'])
  // A new word is known as one that may have been meant.
  expect(await found('ibargengoitia')).toEqual(['a-1'])
})
