import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { billChange, type Billed } from '../../../shared/domain/billChange.ts'
import { addsUp } from '../../../shared/domain/billSum.ts'
import { addDays } from '../../../shared/domain/dates.ts'

const DIGITS = 2
const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0)

interface Told {
  days: number
  quantity: number
  unitPrice: number
  others?: number[]
  taxes?: number[]
}

/** An invoice that adds up. */
function aBill({ days, quantity, unitPrice, others = [], taxes = [] }: Told): Billed {
  const amount = Math.round(quantity * unitPrice * 100)
  return {
    periodStart: '2026-10-01',
    periodEnd: addDays('2026-10-01', days - 1),
    lines: [{ description: 'Consumo', quantity, unit: 'm³', unitPrice, amount }, ...others.map((each) => ({ description: 'Otro', amount: each }))],
    taxes: taxes.map((each) => ({ name: 'IVA', rate: 0.16, amount: each })),
    total: amount + sum(others) + sum(taxes),
    consumption: quantity,
  }
}

const money = fc.integer({ min: -1_000_000, max: 1_000_000 })
const told: fc.Arbitrary<Told> = fc.record({
  days: fc.integer({ min: 1, max: 120 }),
  quantity: fc.integer({ min: 0, max: 10_000_000 }).map((thousandths) => thousandths / 1_000),
  unitPrice: fc.integer({ min: 1, max: 50_000_000 }).map((millionths) => millionths / 1_000_000),
  others: fc.array(money, { maxLength: 4 }),
  taxes: fc.array(money, { maxLength: 3 }),
})

describe('why an invoice comes to more than another', () => {
  it('is told in parts that add up to the difference exactly, whatever the invoices are', () => {
    fc.assert(
      fc.property(told, told, (before, now) => {
        const change = billChange(aBill(before), aBill(now), DIGITS)
        expect(change).not.toBeNull()
        const { difference, parts } = change ?? { difference: NaN, parts: {} as Record<string, number> }
        expect(difference).toBe(aBill(now).total - aBill(before).total)
        expect(sum(Object.values(parts))).toBe(difference)
        for (const part of Object.values(parts)) expect(Number.isSafeInteger(part)).toBe(true)
      }),
    )
  })

  it('is the other way round when the invoices are, as far as charges and taxes go', () => {
    fc.assert(
      fc.property(told, told, (before, now) => {
        const [there, back] = [billChange(aBill(before), aBill(now), DIGITS), billChange(aBill(now), aBill(before), DIGITS)]
        expect(sum([there?.difference ?? NaN, back?.difference ?? NaN])).toBe(0)
        expect(sum([there?.parts.charges ?? NaN, back?.parts.charges ?? NaN])).toBe(0)
        expect(sum([there?.parts.taxes ?? NaN, back?.parts.taxes ?? NaN])).toBe(0)
      }),
    )
  })

  it('goes with what rose: more days, more a day, a higher price each make it more, and alone they make all of it', () => {
    const before: Told = { days: 30, quantity: 60, unitPrice: 10 }
    const parts = (now: Partial<Told>) => billChange(aBill(before), aBill({ ...before, ...now }), DIGITS)?.parts
    const none = { days: 0, consumption: 0, price: 0, charges: 0, taxes: 0 }
    expect(parts({})).toEqual(none)
    expect(parts({ days: 33, quantity: 66 })).toEqual({ ...none, days: 6_000 })
    expect(parts({ quantity: 90 })).toEqual({ ...none, consumption: 30_000 })
    expect(parts({ unitPrice: 11.5 })).toEqual({ ...none, price: 9_000 })
    expect(parts({ others: [5_000], taxes: [800] })).toEqual({ ...none, charges: 5_000, taxes: 800 })
    // 3 days more at 2 a day and 10.00; then 22 more than 66 at 10.00; then 1.00 more for each of 88.
    expect(parts({ days: 33, quantity: 88, unitPrice: 11 })).toEqual({ ...none, days: 6_000, consumption: 22_000, price: 8_800 })
  })

  it('names days, quantities and prices of both', () => {
    const change = billChange(aBill({ days: 30, quantity: 60, unitPrice: 10 }), aBill({ days: 33, quantity: 88, unitPrice: 11 }), DIGITS)
    expect(change?.before).toMatchObject({ days: 30, usage: { quantity: 60, unitPrice: 10 } })
    expect(change?.now).toMatchObject({ days: 33, usage: { quantity: 88, unitPrice: 11, unit: 'm³' } })
  })
})

describe('nothing is told', () => {
  const good = aBill({ days: 30, quantity: 60, unitPrice: 10, others: [5_000], taxes: [800] })
  const [usage, other] = good.lines as [Billed['lines'][0], Billed['lines'][0]]
  const odd: [string, Billed][] = [
    ['the line is not for what the meter showed', { ...good, consumption: 20 }],
    ['it goes over years', { ...good, periodEnd: '2028-10-01' }],
    ['the factor is another', { ...good, consumption: 30, conversionFactor: 2 }],
    ['it does not add up', { ...good, total: good.total + 1 }],
    ['no line says how much', { ...good, lines: [{ description: usage.description, amount: usage.amount }, other] }],
    ['several lines say how much', { ...good, lines: [usage, { ...other, quantity: 1, unitPrice: 50 }] }],
    ['a line is not what its quantity and price give', { ...good, lines: [{ ...usage, quantity: 61 }, other] }],
    ['its unit is another', { ...good, lines: [{ ...usage, unit: 'kWh' }, other] }],
    ['its line is another', { ...good, lines: [{ ...usage, description: 'Consumo básico' }, other] }],
    ['its period ends before it begins', { ...good, periodEnd: '2026-09-01' }],
    ['it has no lines', { ...good, lines: [], total: 800 }],
    ['its price is not one', { ...good, lines: [{ ...usage, unitPrice: 0, amount: 0 }, other], total: 5_800 }],
    ['its total cannot be counted', { ...good, total: 2 ** 60 }],
  ]
  it.each(odd)('where %s, before or now', (_, bill) => {
    expect(billChange(good, good, DIGITS)).not.toBeNull()
    expect(billChange(bill, good, DIGITS)).toBeNull()
    expect(billChange(good, bill, DIGITS)).toBeNull()
  })

  it('of cents where the currency has none', () => {
    const whole: Billed = { ...good, lines: [{ ...usage, amount: 600 }], taxes: [], total: 600 }
    expect(billChange(whole, whole, 0)).not.toBeNull()
    expect(billChange(whole, whole, 2)).toBeNull()
    expect(addsUp(whole)).toBe(true)
  })
})
