import fc from 'fast-check'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { search } from '../../../electron/search/search.ts'
import { adoptOrigin } from '../../../electron/sync/origin.ts'
import { beginStaging, dropDiscarded } from '../../../electron/sync/staging.ts'
import type { Account, Change } from '../../../shared/utility-api/generated/types.gen.ts'
import { anAccount } from '../../fixtures/accounts/branchData.ts'
import { dictionaryIn, dictionaryOf, indexHolds, termsIn, termsOf } from '../../fixtures/search/indexView.ts'
import { customerAt } from '../../fixtures/search/people.ts'
import { applyChanges, upserted } from '../../fixtures/search/searchWorld.ts'

let db: WritableDb
let cursor: string | null
beforeEach(() => {
  db = openDatabase(':memory:', { role: 'feed' })
  const opened = db
  onTestFinished(() => void opened.close())
  cursor = null
  adoptOrigin(db, 'here')
})

let pages = 0
function page(changes: Change[], { hasMore = false } = {}): void {
  const to = `p-${(pages += 1)}`
  applyChanges(db, changes, { from: cursor, to, hasMore })
  cursor = to
}

const named = (familyName: string, change: Partial<Account> = {}): Account => anAccount({ ...change, holder: { ...anAccount().holder, familyName } })
const deleted = (id: string, rev: number): Change => ({ entity: 'account', op: 'delete', id, rev })
const found = (text: string): string[] => search(db, text).map(({ accountId }) => accountId)

function expectInStep(): void {
  expect(termsIn(db)).toEqual(termsOf(db))
  expect(dictionaryIn(db)).toEqual(dictionaryOf(db))
  db.exec("INSERT INTO account_search (account_search) VALUES ('integrity-check')")
}

describe('the index of the search', () => {
  it('follows a name that changes within the page that changes it', () => {
    page([upserted('account', named('Ibargüengoitia'))])
    expect(found('ibarguengoitia')).toEqual(['a-1'])
    page([upserted('account', named('Quintanilla'), 2)])
    expect([found('ibarguengoitia'), found('quintanilla')]).toEqual([[], ['a-1']])
    page([upserted('account', named('Zorrilla'), 1)])
    expect(found('quintanilla')).toEqual(['a-1'])
    expectInStep()
  })

  it('is not written where the words stay as they are', () => {
    page([upserted('account', named('Quintanilla'))])
    const before = db.prepare('SELECT id, block FROM account_search_data').all()
    page([upserted('account', named('Quintanilla', { balance: 5 }), 2)])
    expect(db.prepare('SELECT id, block FROM account_search_data').all()).toEqual(before)
  })

  it('keeps no term and no byte of an account that was erased', () => {
    const others = Array.from({ length: 300 }, (_, place) => upserted('account', customerAt(place)))
    const erased = named('Ibargüengoitia', { meterNumber: 'QX77', email: 'ibar@example.com', supplyAddress: { street: 'Callejón del Diamante', city: 'León' } })
    page([...others, upserted('account', erased)])
    expect([indexHolds(db, 'uengoitia'), indexHolds(db, 'iamante')]).toEqual([true, true])
    page([deleted('a-1', 2)])
    expect([found('ibarguengoitia'), found('QX77'), found('diamante')]).toEqual([[], [], []])
    for (const text of ['uengoitia', 'iamante', 'qx77', 'ibarexamp']) expect(indexHolds(db, text), text).toBe(false)
    expect(dictionaryIn(db)).not.toContain('ibarguengoitia')
    expectInStep()
  })

  it('keeps a word that another account still has', () => {
    page([upserted('account', named('Quintanilla')), upserted('account', named('Quintanilla', { id: 'a-2' }))])
    page([deleted('a-1', 2)])
    expect(found('quintanila')).toEqual(['a-2'])
  })

  it('is loaded beside what is served, and takes its place with the accounts', () => {
    page([upserted('account', named('Ibargüengoitia')), upserted('account', named('Uribe', { id: 'a-9' }))])
    db.transaction(() => beginStaging(db))()
    cursor = null
    page([upserted('account', customerAt(1)), upserted('account', customerAt(2)), upserted('account', named('Quintanilla'))], { hasMore: true })
    page([upserted('account', named('Zorrilla'), 2)], { hasMore: true })
    expect([found('ibarguengoitia'), found('zorrilla')]).toEqual([['a-1'], []])
    page([])
    expect([found('ibarguengoitia'), found('uribe'), found('quintanilla'), found('zorrilla')]).toEqual([[], [], [], ['a-1']])
    dropDiscarded(db, (work) => work())
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name GLOB '*discarded*' OR name GLOB '*stage*'").all()).toEqual([])
    expectInStep()
    page([upserted('account', named('Uribe'), 3)])
    expect(found('uribe')).toEqual(['a-1'])
    expectInStep()
  })

  it('is begun anew with a load that is given up, and emptied for another utility', () => {
    page([upserted('account', named('Ibargüengoitia'))])
    for (const familyName of ['Quintanilla', 'Zorrilla']) {
      db.transaction(() => beginStaging(db))()
      cursor = null
      page([upserted('account', named(familyName))], { hasMore: true })
    }
    page([])
    dropDiscarded(db, (work) => work())
    expectInStep()
    adoptOrigin(db, 'elsewhere')
    expect([termsIn(db), dictionaryIn(db), indexHolds(db, 'orrilla')]).toEqual([[], [], false])
  })
})

it('is in step with the accounts after whatever the feed tells', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd')
  const name = fc.constantFrom('García', 'Peña', 'Núñez', 'de la Cruz', '')
  const change = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ id, rev: fc.nat(9), name, street: name }).map((one) => {
        const account = named(one.name, { id: one.id, supplyAddress: { street: one.street, city: 'León' } })
        return upserted('account', account, one.rev)
      }),
    },
    { weight: 1, arbitrary: fc.record({ id, rev: fc.nat(9) }).map((one) => deleted(one.id, one.rev)) },
  )
  const step = fc.oneof({ weight: 6, arbitrary: fc.array(change, { maxLength: 6 }) }, { weight: 1, arbitrary: fc.constant('resync' as const) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      db = openDatabase(':memory:', { role: 'feed' })
      cursor = null
      adoptOrigin(db, 'here')
      page([])
      for (const one of steps) {
        if (one !== 'resync') {
          page(one)
        } else {
          db.transaction(() => beginStaging(db))()
          cursor = null
        }
      }
      page([])
      expectInStep()
      db.close()
    }),
    { numRuns: 40 },
  )
})
