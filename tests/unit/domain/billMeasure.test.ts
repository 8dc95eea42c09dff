import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargesFor, conversionOf, readingsMake, type MeteredBill } from '../../../shared/domain/billMeasure.ts'

const bill: MeteredBill = {
  consumption: 87,
  conversionFactor: null,
  billedUnit: null,
  previousReading: { value: 5547 },
  currentReading: { value: 5634 },
  lines: [],
}
const read = (from: number, to: number) => ({ previousReading: { value: from }, currentReading: { value: to } })
/** Subtracted, and nothing else. */
const difference = { end: null, factor: null, isRounded: false }
const tenths = fc.integer({ min: 0, max: 999_999 }).map((value) => value / 10)

describe('how the consumption follows from the readings', () => {
  it('is their difference, also of tenths', () => {
    expect(readingsMake(bill)).toEqual({ ...difference, difference: 87 })
    fc.assert(
      fc.property(tenths, tenths, (from, consumption) => {
        const to = Number((from + consumption).toFixed(1))
        expect(readingsMake({ ...bill, ...read(from, to), consumption })).toEqual({ ...difference, difference: consumption })
      }),
    )
  })

  it('is their difference also where a reading was taken back', () => {
    expect(readingsMake({ ...bill, ...read(4_209, 4_180), consumption: -29 })).toEqual({ ...difference, difference: -29 })
  })

  it('is never told by another figure than what the readings make', () => {
    fc.assert(
      fc.property(tenths, tenths, tenths, (from, to, consumption) => {
        const made = readingsMake({ ...bill, ...read(from, to), consumption })
        if (!made || made === 'unlike') return
        expect((made.end ?? 0) - from + to).toBeCloseTo(made.difference, 6)
        if (made.isRounded) expect(Math.abs(made.difference - consumption)).toBeLessThanOrEqual(0.5)
        else expect(made.difference).toBeCloseTo(consumption, 6)
      }),
    )
  })

  it.each([
    [99_990, 12, 22, 100_000],
    [9_999.5, 0.5, 1, 10_000],
    [99_999, 0, 1, 100_000],
  ])('goes on from zero past the end: from %d to %d are %d', (from, to, consumption, end) => {
    expect(readingsMake({ ...bill, ...read(from, to), consumption })).toEqual({ ...difference, difference: consumption, end })
  })

  it('may be rounded, with or without a factor, also past the end', () => {
    const rounded = { ...difference, isRounded: true }
    expect(readingsMake({ ...bill, ...read(1_203.7, 1_237.9), consumption: 34 })).toEqual({ ...rounded, difference: 34.2 })
    expect(readingsMake({ ...bill, ...read(1_203.7, 1_237.9), consumption: 35 })).toBe('unlike')
    expect(readingsMake({ ...bill, ...read(9_990, 12.4), consumption: 22 })).toEqual({ ...rounded, difference: 22.4, end: 10_000 })
    expect(readingsMake({ ...bill, ...read(9_990, 12), consumption: 22.94, conversionFactor: 1.0425 })).toEqual({
      ...rounded,
      difference: 22,
      end: 10_000,
      factor: 1.0425,
    })
  })

  it('is not told of a meter that was exchanged, nor of a consumption that is another', () => {
    expect(readingsMake({ ...bill, ...read(5_547, 12) })).toBe('unlike')
    expect(readingsMake({ ...bill, consumption: 86 })).toBe('unlike')
    expect(readingsMake({ ...bill, consumption: 86, conversionFactor: 0 })).toBe('unlike')
  })

  it('may be what was billed of the difference', () => {
    const converted = { ...bill, consumption: 950.43, conversionFactor: 10.9245, billedUnit: 'kWh' }
    expect(readingsMake(converted)).toEqual({ end: null, difference: 87, factor: 10.9245, isRounded: true })
    expect(conversionOf(converted)).toBeNull()
  })

  it('is not told while a reading is missing, or of decimals that are not shown', () => {
    expect(readingsMake({ ...bill, ...read(0, 1.0000001), consumption: 1.0000001 })).toBeNull()
    expect(readingsMake({ ...bill, previousReading: null })).toBeNull()
    expect(readingsMake({ ...bill, currentReading: null })).toBeNull()
  })
})

describe('what was billed of what was measured', () => {
  const kWh = (...quantities: (number | null)[]) => quantities.map((quantity) => ({ quantity, unit: 'kWh' }))
  const gas = { ...bill, conversionFactor: 10.9245, billedUnit: 'kWh' }

  it('is what the line says, where that is the product', () => {
    expect(conversionOf({ ...gas, lines: kWh(950.432, null) })).toEqual({ factor: 10.9245, billed: 950.432, isRounded: true })
    expect(conversionOf({ ...gas, conversionFactor: 10, lines: kWh(870) })).toEqual({ factor: 10, billed: 870, isRounded: false })
    expect(conversionOf({ ...gas, lines: kWh(500, 450.432) })).toMatchObject({ billed: 950.432 })
    expect(conversionOf(gas)).toMatchObject({ billed: 950.432 })
  })

  it.each([
    ['another quantity is billed', { lines: kWh(951) }],
    ['the factor is zero', { conversionFactor: 0 }],
    ['the factor has more decimals than are shown', { conversionFactor: 1.0000001 }],
    ['there is none', { conversionFactor: null }],
    ['its unit is not known', { billedUnit: null }],
  ])('is not told where %s', (_, change) => expect(conversionOf({ ...gas, ...change })).toBeNull())
})

describe('a line', () => {
  const water = { ...bill, consumption: 26 }
  const inCubic = (quantity: number | null) => ({ quantity, unit: 'm³' })

  it('charges for all that was consumed, as measured or as billed', () => {
    expect(chargesFor(inCubic(26), water, 'm³')).toBe('all')
    const gas = { ...water, conversionFactor: 10.9245, billedUnit: 'kWh' }
    expect(chargesFor({ quantity: 284.037, unit: 'kWh' }, gas, 'm³')).toBe('all')
    expect(chargesFor({ quantity: 284, unit: 'kWh' }, gas, 'm³')).toBe('all')
    expect(chargesFor({ quantity: 285, unit: 'kWh' }, gas, 'm³')).toBeNull()
  })

  it('charges for a part, where the parts make the whole', () => {
    const lines = [inCubic(10), inCubic(10), inCubic(6), { quantity: 1, unit: 'mes' }]
    expect(lines.map((line) => chargesFor(line, { ...water, lines }, 'm³'))).toEqual(['part', 'part', 'part', null])
    expect(chargesFor(inCubic(10), { ...water, lines: lines.slice(0, 2) }, 'm³')).toBeNull()
  })

  it.each([inCubic(null), inCubic(0), inCubic(-26), { quantity: 26, unit: 'servicios' }, { quantity: 26, unit: null }])(
    'charges for something else: %j',
    (line) => {
      expect(chargesFor(line, water, 'm³')).toBeNull()
    },
  )
})
