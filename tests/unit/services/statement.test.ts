import { describe, expect, test, vi } from 'vitest'
import type { AccountHeader } from '../../../shared/contract/account.ts'
import { statement as contract } from '../../../shared/contract/statement.ts'
import { failure, success } from '../../../shared/result.ts'
import type { Records } from '../../../electron/documents/records/records.ts'
import { statementHead } from '../../../electron/documents/statement/statementModel.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createStatementService } from '../../../electron/services/statement.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { counterOf, holderOf } from '../../fakes/fakeCounter.ts'
import { anAccount, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { mexicanAccount, monterrey } from '../../fixtures/documents/documentSamples.ts'

const header: AccountHeader = {
  id: 'acc-1',
  zoneId: 'mty',
  number: '40989917',
  checkDigit: '7',
  status: 'active',
  holderName: 'A•• M••••• P•••••',
  supplyAddress: 'C•••• P•••••• 12, C•••••',
  conventions: { currency: 'MXN', locale: 'es-MX', timeZone: 'America/Monterrey', unit: 'm³' },
}
const range = { from: '2025-11-22', to: '2026-11-21' }
const figures = { opening: 1, charges: 2, payments: 3, closing: 0, count: 0 }

const EXTRACT = { ...statementHead(mexicanAccount, monterrey, range), ...figures, newestFirst: [] }

interface World {
  answer?: Awaited<ReturnType<Records['extract']>>
  /** Account, day, and 1 where the utility has withdrawn it. */
  movements?: [string, string, number?][]
  now?: string
}

/** By default late in the evening of the 21st in Monterrey. */
function service({ answer = EXTRACT, movements = [], now = '2026-11-22T04:30:00Z' }: World = {}) {
  const extract = vi.fn(() => Promise.resolve(answer))
  const none = () => Promise.resolve(null)
  const records: Records = { extract, statementFile: none, consumptionFile: none, day: none, dayFile: none, close: () => Promise.resolve() }
  const db = openDatabase(':memory:', { role: 'durable' })
  putIntoCache(db, { zones: [{ ...monterrey, id: 'mty' }], accounts: [anAccount({ id: 'acc-1', zoneId: 'mty' })] })
  const put = db.prepare('INSERT INTO movement (id, rev, account_id, posted_on, deleted, data) VALUES (?, 1, ?, ?, ?, ?)')
  movements.forEach(([accountId, postedOn, deleted = 0], index) => put.run(`m-${index}`, accountId, postedOn, deleted, '{}'))
  const accounts = createAccountAccess({ db, counter: counterOf(holderOf('acc-1')) })
  const { 'statement.show': show } = createStatementService({ clock: fakeClock(now), accounts, records })
  return { extract, show }
}

test('the statement of an account that the session holds, as the contract says and no more', async () => {
  const { show, extract } = service()
  const answer = await show({ accountId: 'acc-1', ...range })
  expect(answer).toEqual(success({ account: header, ...range, ...figures, rows: [] }))
  expect(answer.ok && contract.safeParse(answer.value).success).toBe(true)
  expect(extract).toHaveBeenCalledWith({ accountId: 'acc-1', ...range, most: 200 })
})

test('of somebody else’s account nothing is read, whatever the dates are', async () => {
  const { show, extract } = service()
  expect(await show({ accountId: 'acc-2', ...range })).toEqual(failure({ code: 'not-allowed' }))
  expect(await show({ accountId: 'acc-2', from: 'x', to: 'y' })).toEqual(failure({ code: 'not-allowed' }))
  expect(extract).not.toHaveBeenCalled()
})

describe('dates', () => {
  test.each([
    ['2026-02-30', '2026-11-21', [{ field: 'from', problem: 'not-a-date' }]],
    ['2026-01-01', '2026-13-01', [{ field: 'to', problem: 'not-a-date' }]],
    [
      '',
      '21/11/2026',
      [
        { field: 'from', problem: 'not-a-date' },
        { field: 'to', problem: 'not-a-date' },
      ],
    ],
    ['2026-11-21T00:00:00Z', '2026-11-21', [{ field: 'from', problem: 'not-a-date' }]],
    ["2026-01-01' OR 1", '2026-11-21', [{ field: 'from', problem: 'not-a-date' }]],
    ['2026-11-21', '2026-11-20', [{ field: 'to', problem: 'date-order' }]],
  ])('%s to %s', async (from, to, fields) => {
    const { show, extract } = service()
    expect(await show({ accountId: 'acc-1', from, to })).toEqual(failure({ code: 'invalid-fields', fields: fields as never }))
    expect(extract).not.toHaveBeenCalled()
  })

  test.each([
    ['2026-11-21', '2026-11-21'],
    ['2024-11-01', '2026-11-21'],
  ])('%s to %s is a range', async (from, to) => {
    expect((await service().show({ accountId: 'acc-1', from, to })).ok).toBe(true)
  })
})

describe('what range can be had', () => {
  const first = '2024-11-01'
  test.each<[string, string, string, World['movements'], object[]]>([
    ['ends today where the account is', '2026-01-01', '2026-11-22', [], [{ field: 'to', problem: 'date-future', day: '2026-11-21' }]],
    [
      'is of no year to come',
      '2090-01-01',
      '2091-01-01',
      [],
      [
        { field: 'from', problem: 'date-future', day: '2026-11-21' },
        { field: 'to', problem: 'date-future', day: '2026-11-21' },
      ],
    ],
    ['is not of the time before all', '1990-01-01', '2026-11-21', [], [{ field: 'from', problem: 'date-too-early', day: first }]],
    [
      'is not all before it',
      '1990-01-01',
      '1990-12-31',
      [],
      [
        { field: 'from', problem: 'date-too-early', day: first },
        { field: 'to', problem: 'date-too-early', day: first },
      ],
    ],
    [
      'begins with the month of the oldest movement',
      '2019-03-31',
      '2026-11-21',
      [
        ['acc-1', '2019-04-17'],
        ['acc-2', '1990-01-01'],
        ['acc-1', '1990-01-01', 1],
      ],
      [{ field: 'from', problem: 'date-too-early', day: '2019-04-01' }],
    ],
    ['and holds it', '2019-04-01', '2026-11-21', [['acc-1', '2019-04-17']], []],
    ['holds what the utility dates ahead', '2026-01-01', '2026-12-01', [['acc-1', '2026-12-01']], []],
  ])('%s', async (_case, from, to, movements, fields) => {
    const { show, extract } = service({ movements: movements ?? [] })
    const answer = await show({ accountId: 'acc-1', from, to })
    if (fields.length === 0) expect(answer.ok).toBe(true)
    else expect(answer).toEqual(failure({ code: 'invalid-fields', fields: fields as never }))
    expect(extract).toHaveBeenCalledTimes(fields.length === 0 ? 1 : 0)
  })
})

test('an account that went away meanwhile is not found', async () => {
  expect(await service({ answer: null }).show({ accountId: 'acc-1', ...range })).toEqual(failure({ code: 'not-found' }))
})
