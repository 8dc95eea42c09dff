import { describe, expect, it } from 'vitest'
import { addsUp, describeAgreement, groupOf, withNearest } from '../../../shared/domain/agreements.ts'
import { anAgreement, installments } from '../../fixtures/accounts/agreements.ts'

const TODAY = '2026-11-21'
type Change = Parameters<typeof anAgreement>[0]
const kindsOf = (change: Parameters<typeof anAgreement>[0], today = TODAY): string[] =>
  describeAgreement(anAgreement(change), today).installments.map(({ standing }) => standing.kind)

describe('an agreement in force', () => {
  it('tells what is paid, what is left, what is overdue and which comes next', () => {
    const { progress, doubt } = describeAgreement(anAgreement(), TODAY)
    expect(doubt).toBeNull()
    expect(progress).toEqual({
      paid: 2,
      left: 40_000,
      next: { standing: { kind: 'due', on: '2026-12-19' }, amount: 10_000 },
      overdue: { count: 1, amount: 10_000 },
    })
  })

  it('is judged by the day where the zone is, not by the flag of the utility', () => {
    expect(kindsOf({}, '2026-11-18')).toEqual(['paid', 'paid', 'due', 'due', 'due', 'due'])
    expect(kindsOf({}, '2026-11-19')[2]).toBe('dueToday')
    expect(kindsOf({}, '2026-11-20')[2]).toBe('overdue')
    const flagged = installments(6, 2).map((each) => ({ ...each, status: each.status === 'paid' ? ('paid' as const) : ('overdue' as const) }))
    expect(kindsOf({ installments: flagged })).toEqual(['paid', 'paid', 'overdue', 'due', 'due', 'due'])
  })

  it('has no next one where all that is left is overdue, and says so where everything is paid', () => {
    expect(describeAgreement(anAgreement(), '2027-06-01').progress).toMatchObject({ next: null, overdue: { count: 4, amount: 40_000 } })
    expect(describeAgreement(anAgreement({ installments: installments(6, 6) }), TODAY).progress).toEqual({
      paid: 6,
      left: 0,
      next: null,
      overdue: { count: 0, amount: 0 },
    })
  })

  it('is told in the order of its numbers, and the next is the one that is due first', () => {
    const mixed = installments(6, 2).toReversed()
    const { installments: told, progress } = describeAgreement(anAgreement({ installments: mixed }), TODAY)
    expect(told.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(progress?.next?.standing.on).toBe('2026-12-19')
  })
})

describe('nothing is claimed that the figures do not carry', () => {
  const [first, ...rest] = installments(6, 2)
  it.each<[string, Partial<ReturnType<typeof anAgreement>>]>([
    ['a total that is not the sum', { total: 59_999 }],
    ['more paid than the amount agreed', { total: 15_000 }],
    ['an installment of less than nothing', { total: 40_000, installments: first ? [{ ...first, amount: -10_000 }, ...rest] : [] }],
    ['one of nothing', { total: 50_000, installments: first ? [{ ...first, amount: 0 }, ...rest] : [] }],
    ['one that is pending and has a day on which it was paid', { installments: first ? [{ ...first, status: 'pending' as const }, ...rest] : [] }],
    ['two of one number', { installments: first ? [{ ...first, number: 2 }, ...rest] : [] }],
  ])('%s', (_, change) => {
    const told = describeAgreement(anAgreement(change), TODAY)
    expect(told).toMatchObject({ doubt: 'contradiction', progress: null, total: change.total ?? 60_000 })
    expect(told.installments).toHaveLength(6)
  })

  it('no installments', () => {
    expect(describeAgreement(anAgreement({ installments: [] }), TODAY)).toMatchObject({ doubt: 'noInstallments', progress: null, total: 60_000 })
    expect(addsUp({ total: 0, installments: [] })).toBe(false)
  })

  it('one that the utility has changed, in a way that cannot be read here', () => {
    expect(describeAgreement({ ...anAgreement(), outdated: true }, TODAY)).toMatchObject({ doubt: 'outdated', progress: null, installments: [] })
  })
})

describe('an agreement that is not in force', () => {
  it('has nothing overdue: what is proposed is not due yet, what is broken no more', () => {
    expect(kindsOf({ status: 'proposed' })).toEqual(['paid', 'paid', 'planned', 'planned', 'planned', 'planned'])
    expect(kindsOf({ status: 'broken' })).toEqual(['paid', 'paid', 'unpaid', 'unpaid', 'unpaid', 'unpaid'])
    expect(kindsOf({ status: 'completed', installments: installments(2, 2) })).toEqual(['paid', 'paid'])
  })

  it.each<[string, Change]>([
    ['proposed', { status: 'proposed' }],
    ['completed', { status: 'completed', installments: installments(6, 6) }],
    ['broken', { status: 'broken' }],
    ['completed without installments', { status: 'completed', installments: [] }],
    ['broken without installments', { status: 'broken', installments: [] }],
  ])('%s: no figure is reckoned', (_, change) => {
    expect(describeAgreement(anAgreement(change), TODAY)).toMatchObject({ progress: null, doubt: null })
  })

  it.each<[string, Change]>([
    ['completed, and not everything is paid', { status: 'completed', installments: installments(6, 5) }],
    ['completed, of a total that is not the sum', { status: 'completed', installments: installments(6, 6), total: 59_999 }],
    ['completed, with two installments of one number', { status: 'completed', total: 20_000, installments: [...installments(1, 1), ...installments(1, 1)] }],
    ['broken, of a total that is not the sum', { status: 'broken', total: 59_999 }],
  ])('%s: it is judged too', (_, change) => {
    expect(describeAgreement(anAgreement(change), TODAY)).toMatchObject({ progress: null, doubt: 'contradictionEnded' })
  })

  it.each<[string, Change]>([
    ['current', { status: 'active' }],
    ['current', { status: 'proposed' }],
    ['past', { status: 'completed' }],
    ['past', { status: 'broken' }],
  ])('%s is where %j is told, unless it has been changed', (group, change) => {
    expect(groupOf(describeAgreement(anAgreement(change), TODAY))).toBe(group)
    expect(groupOf(describeAgreement({ ...anAgreement(change), outdated: true }, TODAY))).toBe('changed')
  })
})

describe('of more installments than a screen needs', () => {
  const nearest = (count: number, paid: number): { first?: number; last?: number; count: number; of: number } => {
    const agreement = describeAgreement(anAgreement({ total: count * 10_000, installments: installments(count, paid) }), TODAY)
    const { installments: told, installmentCount: of } = withNearest(agreement, 60)
    return { first: told[0]?.number, last: told.at(-1)?.number, count: told.length, of }
  }

  it('those stand there that are to be paid next, and how many there are in all', () => {
    expect(nearest(6, 2)).toEqual({ first: 1, last: 6, count: 6, of: 6 })
    expect(nearest(60, 30)).toEqual({ first: 1, last: 60, count: 60, of: 60 })
    expect(nearest(1_000, 3)).toEqual({ first: 4, last: 63, count: 60, of: 1_000 })
    expect(nearest(1_000, 990)).toEqual({ first: 941, last: 1_000, count: 60, of: 1_000 })
    expect(nearest(1_000, 1_000)).toEqual({ first: 941, last: 1_000, count: 60, of: 1_000 })
  })
})
