import { afterEach, beforeEach, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import type { Person } from '../../../electron/session/person.ts'
import { failure } from '../../../shared/result.ts'
import { aClerk, counterOf, holderOf } from '../../fakes/fakeCounter.ts'
import { aZone, anAccount, putIntoCache } from '../../fixtures/accounts/branchData.ts'

const customer: Person = { kind: 'customer', customerId: 'c-7', customerSessionId: 'u-1', accountIds: ['a-1'] }
const clerk = aClerk({ serving: 'a-1' })

let db: WritableDb

beforeEach(() => {
  db = openDatabase(':memory:', { role: 'durable' })
  putIntoCache(db, { zones: [aZone()], accounts: [anAccount(), anAccount({ id: 'a-2', number: '40989918' })] })
})
afterEach(() => db.close())

const open = (person: Person, accountId: string) => createAccountAccess({ db, counter: counterOf(person) }).open(accountId)

it('masks name and address for whoever showed a bill', () => {
  expect(open(holderOf('a-1'), 'a-1')).toMatchObject({
    ok: true,
    value: { header: { holderName: 'A•• M••••• P•••••', supplyAddress: 'C•••• P•••••• 12, C•••••' } },
  })
})

it.each([customer, clerk])('shows them in full to %o', (person) => {
  expect(open(person, 'a-1')).toMatchObject({
    ok: true,
    value: { header: { holderName: 'Ana Méndez Prieto', supplyAddress: 'Calle Poniente 12, Centro' } },
  })
})

it.each<Person>([{ kind: 'visitor' }, holderOf('a-1'), customer, clerk, aClerk(), aClerk({ serving: 'a-1', isLocked: true })])(
  'opens nobody else’s account to %o',
  (person) => {
    expect(open(person, 'a-2')).toEqual(failure({ code: 'not-allowed' }))
  },
)

it('says of an account that the utility has withdrawn that it is not there', () => {
  expect(open(holderOf('a-gone'), 'a-gone')).toEqual(failure({ code: 'account-withdrawn' }))
})
