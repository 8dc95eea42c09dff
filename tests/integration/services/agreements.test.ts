import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createAgreementService } from '../../../electron/services/agreements.ts'
import { agreementList } from '../../../shared/contract/agreements.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { counterOf, holderOf } from '../../fakes/fakeCounter.ts'
import { anAgreement, putAgreements } from '../../fixtures/accounts/agreements.ts'
import { aZone, anAccount, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'

let folder: string
let db: WritableDb

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ventanilla-agreements-'))
  db = openDatabase(join(folder, 'ventanilla.db'), { role: 'durable' })
  putIntoCache(db, { zones: [aZone()], accounts: [anAccount(), anAccount({ id: 'a-2', number: '40989918' })] })
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

/** Whoever showed a bill of the first account, at an instant. */
function list(accountId = 'a-1', now = '2026-11-21T16:42:00Z') {
  const accounts = createAccountAccess({ db, counter: counterOf(holderOf('a-1')) })
  const answer = createAgreementService({ db, clock: fakeClock(now), accounts })['agreements.list']({ accountId })
  if (answer instanceof Promise) throw new Error('it answers at once')
  return answer
}

describe('agreements.list', () => {
  it('has the agreements of the account and no other, those that have ended last, as the contract says and no more', () => {
    putAgreements(db, [
      anAgreement({ id: 'ag-old', status: 'broken', agreedOn: '2026-10-01' }),
      anAgreement(),
      anAgreement({ id: 'ag-new', status: 'proposed' }),
      anAgreement({ id: 'ag-other', accountId: 'a-2' }),
    ])
    const answer = must(list())
    expect(answer.agreements.map(({ id }) => id)).toEqual(['ag-1', 'ag-new', 'ag-old'])
    expect(answer.account).toMatchObject({ number: '40989917', holderName: 'A•• M••••• P•••••' })
    expect(agreementList.parse(answer)).toEqual(answer)
  })

  it('has none that the utility has withdrawn, and none at all where there is none', () => {
    expect(must(list()).agreements).toEqual([])
    putAgreements(db, [anAgreement()], { deleted: 1 })
    expect(must(list()).agreements).toEqual([])
  })

  it("goes by the day of the account's zone", () => {
    putAgreements(db, [anAgreement()])
    const third = (now: string) => must(list('a-1', now)).agreements[0]?.installments[2]?.standing.kind
    // Six hours behind: there the 19th begins at six, and ends at six of the day after.
    expect(third('2026-11-19T05:59:00Z')).toBe('due')
    expect(third('2026-11-19T06:00:00Z')).toBe('dueToday')
    expect(third('2026-11-20T05:59:00Z')).toBe('dueToday')
    expect(third('2026-11-20T06:00:00Z')).toBe('overdue')
  })

  it('tells nothing of one whose newer revision could not be read', () => {
    putAgreements(db, [anAgreement()])
    db.prepare("INSERT INTO set_aside (entity, id, rev, reason) VALUES ('agreement', 'ag-1', 2, 'invalid')").run()
    expect(must(list()).agreements[0]).toMatchObject({ doubt: 'outdated', progress: null, installments: [] })
    putAgreements(db, [anAgreement()], { rev: 2 })
    expect(must(list()).agreements[0]).toMatchObject({ doubt: null, progress: { paid: 2 } })
  })

  it('of somebody else’s account nothing is told', () => {
    putAgreements(db, [anAgreement({ accountId: 'a-2' })])
    expect(problemOf(list('a-2'))).toBe('not-allowed')
    expect(problemOf(list('no-such'))).toBe('not-allowed')
  })
})
