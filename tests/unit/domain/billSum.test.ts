import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addsUp, settledOf, sumsOf, taxBase, termKinds } from '../../../shared/domain/billSum.ts'

const money = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const line = fc.record({ description: fc.constantFrom('Consumo', 'Saldo anterior', 'Cargo fijo', ''), amount: money })
const tax = fc.record({ name: fc.constant('IVA'), amount: money })
const sums = (charges: number, credits = 0, previous = 0) => ({ charges, credits, previous, taxes: 0 })

describe('the terms of a total', () => {
  it('are all that stands on the invoice, each once, and no charge is negative', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.array(tax, { maxLength: 4 }), (lines, taxes) => {
        const terms = sumsOf({ lines, taxes })
        const whole = [...lines, ...taxes].reduce((sum, { amount }) => sum + amount, 0)
        expect(termKinds.reduce((sum, kind) => sum + terms[kind], 0)).toBe(whole)
        expect(terms.charges).toBeGreaterThanOrEqual(0)
        expect(terms.credits).toBeLessThanOrEqual(0)
        const bill = { lines, taxes, total: whole }
        expect(addsUp(bill)).toBe(lines.length > 0)
        expect(addsUp({ ...bill, total: whole + 1 })).toBe(false)
      }),
    )
  })

  it('cannot be added up where a total cannot be counted', () => {
    expect(addsUp({ lines: [{ description: 'Consumo', amount: 2 ** 60 }], taxes: [], total: 2 ** 60 })).toBe(false)
  })
})

describe('what a tax is so many hundredths of', () => {
  it.each([
    ['the charges', 16, 17_717, sums(110_733), 110_733],
    ['the charges less what is in favour', 16, 16_197, sums(110_733, -9_500), 101_233],
    ['the charges alone', 16, 17_717, sums(110_733, -9_500), 110_733],
    ['all of it', 16, 19_317, sums(110_733, 0, 10_000), 120_733],
    ['not what was left of earlier invoices', 16, 17_717, sums(110_733, 0, 10_000), 110_733],
    ['a credit', 22, -2_200, sums(0, -10_000), -10_000],
    ['half a cent goes up', 16, 5, sums(28), null],
    ['half a cent', 50, 3, sums(5), 5],
    ['a rate with a half', 10.5, 1_050, sums(10_000), 10_000],
    ['a cent beside it', 16, 17_718, sums(110_733), null],
    ['only some lines', 16, 442, sums(110_733), null],
    ['a rate of zero', 0, 0, sums(110_733), null],
    ['of nothing', 16, 0, sums(0), null],
    ['a rate that is not shown whole', 3.125, 313, sums(10_000), null],
  ])('%s: %d %%', (_, percent, amount, terms, base) => expect(taxBase({ percent, amount }, terms)).toBe(base))
})

it('what was settled of an invoice is told only where less is asked for than it came to', () => {
  expect(settledOf({ total: 1_000, balance: 400 })).toBe(600)
  for (const balance of [1_000, 1_200, 0, -5]) expect(settledOf({ total: 1_000, balance })).toBeNull()
})
