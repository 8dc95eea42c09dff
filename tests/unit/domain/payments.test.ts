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

  it('recorded, and a negative amount takes back the one before it with the same reference and amount', () => {
    const again = paid({ id: 'again', paidOn: '2026-11-21' })
    const first = paid({ id: 'first', paidOn: '2026-11-18' })
    expect(kinds(again, back, first)).toEqual([recorded, { kind: 'return' }, { kind: 'returned', on: '2026-11-20' }])
  })

  it('in doubt where several may be meant, until as many were taken back', () => {
    const both = [paid({ id: 'a', paidOn: '2026-11-18' }), paid({ id: 'b', paidOn: '2026-10-18' })]
    const perhaps = { kind: 'perhapsReturned', on: '2026-11-20' }
    expect(kinds(back, ...both).slice(1)).toEqual([perhaps, perhaps])
    expect(kinds({ ...back, id: 'back2' }, back, ...both).map((standing) => (standing as { kind: string }).kind)).toEqual([
      'return',
      'return',
      'returned',
      'returned',
    ])
  })

  it('the same invoices tell more than a reference that an account has for good', () => {
    const september = paid({ id: 'sep', paidOn: '2026-09-18', invoiceNumbers: ['A 1'] })
    const october = paid({ id: 'oct', paidOn: '2026-10-18', invoiceNumbers: ['B 2'] })
    expect(kinds(paid({ ...back, invoiceNumbers: ['A1'] }), october, september).slice(1)).toEqual([recorded, { kind: 'returned', on: '2026-11-20' }])
  })

  it.each([null, 'of the bank'])('the invoices tell also where the return has another reference: %s', (reference) => {
    const invoiceNumbers = ['DE 4043 2503']
    expect(kinds(paid({ ...back, reference, invoiceNumbers }), paid({ id: 'paid', paidOn: '2026-11-01', invoiceNumbers }))[1]).toEqual({
      kind: 'returned',
      on: '2026-11-20',
    })
  })

  it('one of an earlier day is meant before one of the same day, whatever their order', () => {
    const again = paid({ id: 'again', paidOn: '2026-11-20' })
    const bounced = paid({ id: 'bounced', paidOn: '2026-11-18' })
    const expected = { returned: { kind: 'returned', on: '2026-11-20' } }
    expect(kinds(again, back, bounced)).toEqual([recorded, { kind: 'return' }, expected.returned])
    expect(kinds(back, again, bounced)).toEqual([{ kind: 'return' }, recorded, expected.returned])
  })

  it('a return that has changed since leaves in doubt what it took back', () => {
    expect(kinds({ ...back, outdated: true }, paid({ id: 'paid', paidOn: '2026-11-18' }))[1]).toEqual({ kind: 'perhapsReturned', on: '2026-11-20' })
  })

  it('of any number alike the newest are in doubt, and no more', () => {
    const many = Array.from({ length: 300 }, (_, index) => paid({ id: `p${index}`, paidOn: '2026-10-01' }))
    const inDoubt = kinds(back, ...many).filter((standing) => (standing as { kind: string }).kind === 'perhapsReturned')
    expect(inDoubt).toHaveLength(100)
  })

  it('two returns take back two', () => {
    const later = paid({ ...back, id: 'back2', paidOn: '2026-11-25' })
    const standings = kinds(later, paid({ id: 'a', paidOn: '2026-11-23' }), back, paid({ id: 'b', paidOn: '2026-11-18' }))
    expect([standings[1], standings[3]]).toEqual([
      { kind: 'returned', on: '2026-11-25' },
      { kind: 'returned', on: '2026-11-20' },
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
