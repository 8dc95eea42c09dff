import { expect, it } from 'vitest'
import { countOwed, debtOf, isOwed, oldestFirst, payBy, payByOf, totalOwed } from '../../../shared/domain/owed.ts'
import { anInvoice } from '../../fixtures/accounts/branchData.ts'

it('what is due later is paid until then, today included', () => {
  expect(payBy(anInvoice({ dueOn: '2026-12-02' }), '2026-11-21')).toBe('2026-12-02')
  expect(payBy(anInvoice({ dueOn: '2026-11-21' }), '2026-11-21')).toBe('2026-11-21')
})

it.each([
  ['2026-11-19', '2026-11-20'], // Thursday
  ['2026-11-20', '2026-11-23'], // Friday
  ['2026-11-21', '2026-11-23'], // Saturday
  ['2026-11-22', '2026-11-23'], // Sunday
  ['2026-12-31', '2027-01-01'],
])('what is overdue on %s is paid until the next working day, %s', (today, until) => {
  expect(payBy(anInvoice({ dueOn: '2026-11-02' }), today)).toBe(until)
})

it('of several the first day counts', () => {
  const invoices = [anInvoice({ dueOn: '2026-12-02' }), anInvoice({ dueOn: '2026-11-02' })]
  expect(payByOf(invoices, '2026-11-19')).toBe('2026-11-20')
  expect(payByOf([], '2026-11-19')).toBe('2026-11-19')
})

it('a cancelled invoice is not owed, nor is a paid one or a credit', () => {
  expect(isOwed({ balance: 1, status: 'overdue' })).toBe(true)
  expect(isOwed({ balance: 1, status: 'cancelled' })).toBe(false)
  expect(isOwed({ balance: 0, status: 'paid' })).toBe(false)
  expect(isOwed({ balance: 1, status: 'paid' })).toBe(false)
  expect(isOwed({ balance: -100, status: 'paid' })).toBe(false)
})

it('the oldest stand first, those of one day by their number, and what was paid of them is not asked for again', () => {
  const invoices = [
    anInvoice({ id: 'c', issuedOn: '2026-11-05', number: 'B' }),
    anInvoice({ id: 'a', issuedOn: '2026-09-05', balance: 50_00, total: 100_00 }),
    anInvoice({ id: 'b', issuedOn: '2026-11-05', number: 'A' }),
  ]
  expect(oldestFirst(invoices).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(totalOwed(invoices)).toBe(50_00 + 2 * 128_450)
})

it('that nothing is owed is said only where no invoice waits and every one is known', () => {
  const debt = (totalOwed: number, ...invoices: Parameters<typeof countOwed>[0]) => debtOf({ totalOwed, ...countOwed(invoices) })
  const overdue = { balance: 1, status: 'overdue' as const }
  expect(debt(1)).toBe('owing')
  expect(debt(0, overdue)).toBe('pending')
  expect(debt(-500, overdue, { ...overdue, outdated: true })).toBe('pending')
  expect(debt(0, { ...overdue, outdated: true })).toBe('unknown')
  expect(debt(-500, { balance: 0, status: 'paid' })).toBe('settled')
})
