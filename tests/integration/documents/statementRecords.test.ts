import { afterAll, describe, expect, test } from 'vitest'
import { inTransaction } from '../../../electron/cache/transaction.ts'
import { run } from '../../fixtures/tools.ts'
import { mexicanAccount, montevideo, monterrey, uruguayanAccount } from '../../fixtures/documents/documentSamples.ts'
import { putRecords, recordsWorld } from '../../fixtures/documents/recordsWorld.ts'
import { aMovement } from '../../fixtures/documents/statements.ts'

const own = { accountId: mexicanAccount.id, documentNumber: null }
const movements = [
  aMovement({ ...own, id: 'b', postedOn: '2026-01-31', amount: 100_000 }),
  aMovement({ ...own, id: 'a', postedOn: '2026-02-10', amount: -40_000, kind: 'payment' }),
  aMovement({ ...own, id: 'c', postedOn: '2026-02-10', amount: 0, kind: 'adjustment' }),
  // In the order of ids, not of arrival.
  aMovement({ ...own, id: 'aa', postedOn: '2026-02-10', amount: 25_000, kind: 'fee' }),
  aMovement({ ...own, id: 'd', postedOn: '2026-03-01', amount: -60_000, kind: 'payment' }),
  aMovement({ ...own, id: 'e', postedOn: '2026-04-15', amount: 1_000_000_000 }),
  aMovement({ id: 'other', accountId: uruguayanAccount.id, postedOn: '2026-02-10', amount: 777 }),
]
const balance = movements.filter(({ accountId }) => accountId === mexicanAccount.id).reduce((sum, { amount }) => sum + amount, 0)

const world = recordsWorld({ zones: [monterrey, montevideo], accounts: [{ ...mexicanAccount, balance }, uruguayanAccount], movements })
const { db, records } = world

afterAll(() => world.dispose())

const extract = (from: string, to: string, most = 200) => records.extract({ accountId: mexicanAccount.id, from, to, most })

describe('a range of days', () => {
  test('holds both its ends, and ends at the balance less all that came later', async () => {
    const statement = await extract('2026-02-10', '2026-03-01')
    expect(statement).toMatchObject({ opening: 100_000, charges: 25_000, payments: 100_000, closing: 25_000, count: 4 })
    expect(statement?.newestFirst.map(({ id, balance: after }) => [id, after])).toEqual([
      ['d', 25_000],
      ['c', 85_000],
      ['aa', 85_000],
      ['a', 60_000],
    ])
  })

  test('may be one day, all days, or days without movements', async () => {
    expect(await extract('2026-01-31', '2026-01-31')).toMatchObject({ opening: 0, closing: 100_000, count: 1 })
    expect(await extract('0001-01-01', '9999-12-31')).toMatchObject({ opening: 0, closing: balance, count: 6 })
    expect(await extract('2026-03-02', '2026-04-14')).toMatchObject({ opening: 25_000, charges: 0, payments: 0, closing: 25_000, count: 0, newestFirst: [] })
    expect(await extract('2027-01-01', '2027-12-31')).toMatchObject({ opening: balance, closing: balance, count: 0 })
  })

  test('adds up to what the sqlite3 CLI adds up, whatever is left out of the rows', async () => {
    const sum = (condition: string): number =>
      Number(
        run(
          'sqlite3',
          db.name,
          `SELECT coalesce(sum(data ->> 'amount'), 0) FROM movement WHERE account_id = 'acc-1' AND posted_on >= '2026-02-01' AND ${condition}`,
        ),
      )
    const statement = await extract('2026-02-01', '9999-12-31', 1)
    expect(statement).toMatchObject({ charges: sum("data ->> 'amount' > 0"), payments: -sum("data ->> 'amount' < 0") })
    expect(statement?.newestFirst).toHaveLength(1)
  })
})

test('what the sync changes is in the next answer, balance and movements together', async () => {
  inTransaction(db, () => {
    putRecords(db, { movements: [aMovement({ ...own, id: 'f', postedOn: '2026-05-01', amount: -5, kind: 'payment' })] })
    db.prepare("UPDATE account SET data = json_set(data, '$.balance', ?) WHERE id = ?").run(balance - 5, mexicanAccount.id)
    db.prepare("UPDATE movement SET deleted = 1, data = NULL WHERE id = 'c'").run()
  })
  expect(await extract('2026-02-10', '9999-12-31')).toMatchObject({ opening: 100_000, closing: balance - 5, count: 5 })
})

test('an account that is not there, or whose zone is not, has no statement and no file', async () => {
  const range = { accountId: 'nobody', from: '2026-01-01', to: '2026-12-31' }
  expect(await records.extract({ ...range, most: 1 })).toBeNull()
  expect(await records.statementFile({ ...range, format: 'xlsx', createdAt: 0 })).toBeNull()
  expect(await records.consumptionFile({ accountId: 'nobody', format: 'xml', createdAt: 0 })).toBeNull()
})
