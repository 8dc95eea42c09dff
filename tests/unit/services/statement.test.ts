import { describe, expect, test, vi } from 'vitest'
import type { AccountHeader } from '../../../shared/contract/account.ts'
import { statement as contract } from '../../../shared/contract/statement.ts'
import { failure, success } from '../../../shared/result.ts'
import type { Records } from '../../../electron/documents/records/records.ts'
import { statementHead } from '../../../electron/documents/statement/model.ts'
import { createStatementService } from '../../../electron/services/statement.ts'
import { mexicanAccount, monterrey } from '../../fixtures/documents.ts'

const header: AccountHeader = {
  id: 'acc-1',
  zoneId: 'mty',
  number: '40989917',
  checkDigit: '7',
  status: 'active',
  holderName: 'M•••• G••••••',
  supplyAddress: 'C••••',
  conventions: { currency: 'MXN', locale: 'es-MX', timeZone: 'America/Monterrey', unit: 'm³' },
}
const range = { from: '2025-11-22', to: '2026-11-21' }
const figures = { opening: 1, charges: 2, payments: 3, closing: 0, count: 0 }

function service(answer: Awaited<ReturnType<Records['extract']>> = { ...statementHead(mexicanAccount, monterrey, range), ...figures, newestFirst: [] }) {
  const extract = vi.fn(() => Promise.resolve(answer))
  const none = () => Promise.resolve(null)
  const records: Records = { extract, statementFile: none, consumptionFile: none, close: () => Promise.resolve() }
  const account = { header: ({ accountId }: { accountId: string }) => (accountId === 'acc-1' ? success(header) : failure({ code: 'not-allowed' })) }
  return { extract, ...createStatementService({ account, records }) }
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
    ['', '21/11/2026', [{ field: 'from', problem: 'not-a-date' }, { field: 'to', problem: 'not-a-date' }]],
    ['2026-11-21T00:00:00Z', '2026-11-21', [{ field: 'from', problem: 'not-a-date' }]],
    ["2026-01-01' OR 1", '2026-11-21', [{ field: 'from', problem: 'not-a-date' }]],
    ['2026-11-22', '2026-11-21', [{ field: 'to', problem: 'date-order' }]],
  ])('%s to %s', async (from, to, fields) => {
    const { show, extract } = service()
    expect(await show({ accountId: 'acc-1', from, to })).toEqual(failure({ code: 'invalid-fields', fields: fields as never }))
    expect(extract).not.toHaveBeenCalled()
  })

  test.each([
    ['2026-11-21', '2026-11-21'],
    ['2024-02-29', '2030-01-01'],
  ])('%s to %s is a range', async (from, to) => {
    expect((await service().show({ accountId: 'acc-1', from, to })).ok).toBe(true)
  })
})

test('an account that went away meanwhile is not found', async () => {
  expect(await service(null).show({ accountId: 'acc-1', ...range })).toEqual(failure({ code: 'not-found' }))
})
