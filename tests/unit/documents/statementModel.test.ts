import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figuresOf, withBalances, withBalancesBack } from '../../../electron/documents/statement/statementModel.ts'
import { maskedPaper } from '../../../electron/documents/statement/statementPaper.ts'
import { aMovement, manyMovements, mexicanStatement, paperOf } from '../../fixtures/documents/statements.ts'

const amounts = fc.array(fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }), { maxLength: 60 })
const movementsOf = (all: number[]) => all.map((amount, index) => aMovement({ id: `m-${index}`, amount }))
const sum = (all: number[]): number => all.reduce((total, amount) => total + amount, 0)

const figures = (balance: number, inRange: number[], later: number[]) =>
  figuresOf(balance, {
    count: inRange.length,
    charges: sum(inRange.filter((amount) => amount > 0)),
    payments: sum(inRange.filter((amount) => amount < 0).map((amount) => -amount)),
    later: sum(later),
  })

describe('whatever the movements are', () => {
  test('the balance before them and what they add up to make the balance after them', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (before, inRange, after) => {
        const { opening, closing } = figures(sum([...before, ...inRange, ...after]), inRange, after)
        expect(opening).toBe(sum(before))
        expect(closing).toBe(sum([...before, ...inRange]))
      }),
    )
  })

  test('the running balance begins at the opening and ends at the closing balance', () => {
    fc.assert(
      fc.property(fc.integer(), amounts, (before, inRange) => {
        const { opening, closing } = figures(before + sum(inRange), inRange, [])
        const rows = [...withBalances(opening, movementsOf(inRange))]
        expect(rows.at(-1)?.balance ?? opening).toBe(closing)
        expect(rows.map(({ balance, amount }) => balance - amount)).toEqual([opening, ...rows.map(({ balance }) => balance)].slice(0, rows.length))
      }),
    )
  })

  test('read from the newest back, the rows are the same', () => {
    fc.assert(
      fc.property(fc.integer(), amounts, fc.nat(60), (before, inRange, most) => {
        const { opening, closing } = figures(before + sum(inRange), inRange, [])
        const movements = movementsOf(inRange)
        const all = [...withBalances(opening, movements)]
        expect(withBalancesBack(closing, movements.toReversed().slice(0, most))).toEqual(all.toReversed().slice(0, most))
      }),
    )
  })
})

test('a paper that holds all says nothing of others; one that does not begins where the others end', () => {
  expect(paperOf(mexicanStatement)).toMatchObject({ count: 24, leftOut: null })
  const whole = paperOf(manyMovements(90))
  const cut = paperOf(manyMovements(90), 30)
  expect(cut).toMatchObject({ count: 90, charges: whole.charges, payments: whole.payments, opening: whole.opening, closing: whole.closing })
  expect(cut.rows).toEqual(whole.rows.slice(60))
  expect(cut.leftOut).toEqual({ count: 60, balance: whole.rows[59]?.balance })
})

test('the holder is named in clear, masked for a screen, and no document number leaves', () => {
  const paper = paperOf(mexicanStatement)
  expect(paper).toMatchObject({ holder: 'María Guadalupe Peña Ibáñez', account: { label: 'Número de cuenta', number: '40989917-7' } })
  expect(JSON.stringify(paper)).not.toMatch(/PEIG700101/)
  expect(maskedPaper(paper)).toMatchObject({ holder: 'M•••• G•••••• P••• I•••••' })
  expect(JSON.stringify(maskedPaper(paper))).not.toMatch(/Ibáñez|PEIG700101|Pánuco/)
})
