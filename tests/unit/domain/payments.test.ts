import { describe, expect, it } from 'vitest'
import { paymentStandings, type KnownPayment } from '../../../shared/domain/paymentStanding.ts'
import { paidAt } from '../../../shared/domain/payWay.ts'
import { aPayment } from '../../fixtures/accounts/branchData.ts'

const banks = [{ name: 'BBVA', kind: 'bank' }, { name: 'OXXO', kind: 'store' }, { name: 'Abitab', kind: 'network' }, { name: 'Crédito Añejo' }] as const

describe('how it was paid', () => {
  it.each([
    ['BBVA', { way: 'bank', place: 'BBVA' }],
    [' oxxo ', { way: 'store', place: 'OXXO' }],
    ['ABITAB', { way: 'network', place: 'Abitab' }],
    ['credito  anejo', { way: 'bank', place: 'Crédito Añejo' }],
    ['Ventanilla', { way: 'counter', place: 'Ventanilla' }],
    ['débito automático', { way: 'directDebit', place: 'débito automático' }],
    ['Farmacias Azul ', { way: 'other', place: 'Farmacias Azul' }],
    ['BBVA Uruguay', { way: 'other', place: 'BBVA Uruguay' }],
    ['  ', { way: 'unknown', place: '' }],
  ])('%j', (channel, expected) => {
    expect(paidAt(channel, banks)).toEqual(expected)
  })
})

describe('how a payment stands', () => {
  const paid = (change: Partial<KnownPayment>): KnownPayment => ({ ...aPayment({ reference: 'R1', amount: 100 }), ...change })
  const kinds = (...newestFirst: KnownPayment[]): unknown[] => {
    const standings = paymentStandings(newestFirst)
    return newestFirst.map(({ id }) => standings.get(id))
  }
  const recorded = { kind: 'recorded' }
  const back = paid({ id: 'back', paidOn: '2026-11-20', amount: -100 })

  it('recorded, and a negative amount takes back the newest before it with the same reference and amount', () => {
    const again = paid({ id: 'again', paidOn: '2026-11-21' })
    const first = paid({ id: 'first', paidOn: '2026-11-18' })
    const older = paid({ id: 'older', paidOn: '2026-10-18' })
    expect(kinds(again, back, first, older)).toEqual([recorded, { kind: 'return' }, { kind: 'returned', on: '2026-11-20' }, recorded])
  })

  it('two returns take back two', () => {
    const standings = kinds(
      paid({ ...back, id: 'back2', paidOn: '2026-11-21' }),
      back,
      paid({ id: 'a', paidOn: '2026-11-19' }),
      paid({ id: 'b', paidOn: '2026-11-18' }),
    )
    expect(standings.slice(2)).toEqual([
      { kind: 'returned', on: '2026-11-20' },
      { kind: 'returned', on: '2026-11-21' },
    ])
  })

  it.each([
    ['another amount', { amount: 101 }],
    ['another reference', { reference: 'R2' }],
    ['a later day', { paidOn: '2026-11-21' }],
  ])('a return does not take back one of %s', (_what, change) => {
    expect(kinds(back, paid({ id: 'other', ...change }))).toContainEqual(recorded)
  })

  it('without a reference the invoices tell, and without either nothing does', () => {
    const bare = (change: Partial<KnownPayment>): KnownPayment => paid({ reference: null, ...change })
    const numbers = { invoiceNumbers: ['DE 4043 2503'] }
    const of = (invoiceNumbers?: string[]): KnownPayment => bare({ ...(invoiceNumbers && { invoiceNumbers }), id: 'paid', paidOn: '2026-11-01' })
    expect(kinds(bare({ ...back, reference: ' ', ...numbers }), of(['DE-4043-2503']))[1]).toEqual({ kind: 'returned', on: '2026-11-20' })
    expect(kinds(bare({ ...back, reference: null }), of())[1]).toEqual(recorded)
  })

  it('what the utility has changed since is not told as recorded, whatever its amount', () => {
    expect(kinds(back, paid({ id: 'old', paidOn: '2026-11-01', outdated: true }))[1]).toEqual({ kind: 'outdated' })
    expect(kinds({ ...back, outdated: true })).toEqual([{ kind: 'outdated' }])
  })
})
