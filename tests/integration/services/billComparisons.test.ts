import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { inventAccount } from '../../../electron/sandbox/sample/records.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createAccountService } from '../../../electron/services/account.ts'
import { invoiceDetail } from '../../../shared/contract/account.ts'
import type { Invoice } from '../../../shared/utility-api/generated/types.gen.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { counterOf, holderOf } from '../../fakes/fakeCounter.ts'
import { aZone, anAccount, anInvoice, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { must } from '../../fixtures/printing/printingUnderTest.ts'

let db: WritableDb
beforeEach(() => {
  db = openDatabase(':memory:', { role: 'durable' })
  putIntoCache(db, { zones: [aZone()], accounts: [anAccount()] })
})
afterEach(() => db.close())

function detailOf(invoiceId: string) {
  const counter = counterOf(holderOf('a-1'))
  const accounts = createAccountAccess({ db, counter })
  const answer = createAccountService({ clock: fakeClock('2026-11-21T16:42:00Z'), counter, accounts })['account.invoice']({ invoiceId })
  if (answer instanceof Promise) throw new Error('it answers at once')
  const detail = must(answer)
  expect(invoiceDetail.parse(detail)).toEqual(detail)
  return detail
}
const comparisons = (invoiceId = 'now') => detailOf(invoiceId).comparisons
const yearAgo = (invoiceId = 'now') => detailOf(invoiceId).yearAgo

/** One of a month that adds up: so many m³ at 10.00, and no tax. */
const bill = (id: string, month: string, quantity: number, change: Partial<Invoice> = {}): Invoice =>
  anInvoice({
    id,
    number: `N ${id}`,
    periodStart: `${month}-01`,
    periodEnd: `${month}-28`,
    lines: [{ description: 'Consumo de gas', quantity, unit: 'm³', unitPrice: 10, amount: quantity * 1_000 }],
    taxes: [],
    consumption: quantity,
    total: quantity * 1_000,
    ...change,
  })
const put = (...invoices: Invoice[]): void => putIntoCache(db, { invoices })

describe('an invoice beside those that people compare it with', () => {
  it('is told against the month before and the year before, and against no other', () => {
    put(bill('now', '2026-10', 29), bill('before', '2026-09', 20), bill('older', '2026-08', 5), bill('year', '2025-10', 40))
    expect(comparisons().map(({ month, total, difference }) => [month, total, difference])).toEqual([
      ['2026-09', 20_000, 9_000],
      ['2025-10', 40_000, -11_000],
    ])
    expect(comparisons()[0]).toMatchObject({ parts: { days: 0, consumption: 9_000, price: 0, charges: 0, taxes: 0 }, now: { days: 28, quantity: 29 } })
  })

  it('is told over the turn of the year, and against the year alone where the month is missing', () => {
    put(bill('now', '2026-01', 29), bill('year', '2025-01', 40), bill('before', '2025-12', 20))
    expect(comparisons().map(({ month }) => month)).toEqual(['2025-12', '2025-01'])
    db.prepare("UPDATE invoice SET deleted = 1 WHERE id = 'before'").run()
    expect(comparisons().map(({ month }) => month)).toEqual(['2025-01'])
  })

  it.each<[string, Partial<Invoice>]>([
    ['was cancelled', { status: 'cancelled' }],
    ['gives money back', { fiscal: { scheme: 'cfe-uy', documentType: 'Nota de crédito', verificationUrl: 'https://x.example' } }],
    ['does not add up', { total: 1 }],
    ['was estimated', { currentReading: { value: 1_000, takenOn: '2026-09-28', kind: 'estimated' } }],
  ])('is not told where one of the two %s', (_, change) => {
    put(bill('now', '2026-10', 29), bill('before', '2026-09', 20, change))
    expect(comparisons()).toEqual([])
    expect(comparisons('before')).toEqual([])
  })

  it('is not told where its newer revision could not be read, nor where two bills are of one month', () => {
    put(bill('now', '2026-10', 29), bill('before', '2026-09', 20))
    db.prepare("INSERT INTO set_aside (entity, id, rev, reason) VALUES ('invoice', 'before', 2, 'invalid')").run()
    expect(comparisons()).toEqual([])
    db.prepare('DELETE FROM set_aside').run()
    expect(comparisons()).toHaveLength(1)
    put(bill('before-2', '2026-09', 3))
    expect(comparisons()).toEqual([])
    const creditNote = { scheme: 'cfe-uy', documentType: 'Nota de crédito', verificationUrl: 'https://x.example' } as const
    put(bill('before-2', '2026-09', 3, { fiscal: creditNote }))
    expect(comparisons()).toEqual([])
  })

  it('tells what was used a year before by the meter, whatever factor it was billed with', () => {
    const asEnergy = { conversionFactor: 10.9, lines: [{ description: 'Consumo de gas', quantity: 371, unit: 'kWh', unitPrice: 10, amount: 371_000 }] }
    put(bill('now', '2026-10', 29, { conversionFactor: 10.8 }), bill('year', '2025-10', 34, asEnergy))
    expect([comparisons(), yearAgo()]).toEqual([[], { consumption: 34, days: 28 }])
    expect(yearAgo('year')).toBeNull()
  })

  it.each<[string, Partial<Invoice>]>([
    ['was cancelled', { status: 'cancelled' }],
    ['was estimated', { currentReading: { value: 1_000, takenOn: '2025-10-28', kind: 'estimated' } }],
    ['is for no period', { periodStart: '2020-01-01' }],
  ])('tells nothing of a year before whose bill %s', (_, change) => {
    put(bill('now', '2026-10', 29), bill('year', '2025-10', 34, change))
    expect(yearAgo()).toBeNull()
  })

  it('adds up for every invoice of sample accounts of every zone that is told', () => {
    let told = 0
    for (const index of [0, 1, 2, 3, 4, 5]) {
      const { invoices } = inventAccount(index, '2026-11-28')
      put(...invoices.map((invoice) => ({ ...invoice, accountId: 'a-1', id: `${index}-${invoice.id}` })))
      for (const { id } of invoices) {
        for (const { difference, parts } of comparisons(`${index}-${id}`)) {
          expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(difference)
          told += 1
        }
      }
      db.prepare('DELETE FROM invoice').run()
    }
    expect(told).toBeGreaterThan(100)
  })
})
