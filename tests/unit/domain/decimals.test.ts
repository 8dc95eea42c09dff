import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOf, isRoundingOf, isSame, minus, plus, roundedTo, shortest, sumOfDecimals, times, toNumber } from '../../../shared/domain/decimals.ts'

const figure = fc
  .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([units, places]) => Number(`${units}e${-places}`))

describe('figures as they are written', () => {
  it('are the same figures again', () => {
    fc.assert(fc.property(figure, (value) => void expect(toNumber(decimalOf(value))).toBe(value + 0)))
    for (const value of [1e-7, 1.5e-9, 1e21, 123_456_789.123456, -0.000001]) expect(toNumber(decimalOf(value))).toBe(value)
  })

  it('are added and taken off without what binary fractions leave', () => {
    expect(toNumber(plus(decimalOf(0.1), decimalOf(0.2)))).toBe(0.3)
    expect(toNumber(sumOfDecimals([0.1, 0.2, 0.3].map(decimalOf)))).toBe(0.6)
    fc.assert(
      fc.property(
        figure,
        figure,
        (one, other) => void expect(isSame(minus(plus(decimalOf(one), decimalOf(other)), decimalOf(other)), decimalOf(one))).toBe(true),
      ),
    )
  })

  it.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [-2.4, 0, -2],
    [1.004999, 2, 1],
    [7, 2, 7],
  ])('%d to %d places is %d: a half goes away from zero', (value, places, rounded) => {
    expect(toNumber(roundedTo(decimalOf(value), places))).toBe(rounded)
    expect(isRoundingOf(decimalOf(rounded), roundedTo(decimalOf(value), places))).toBe(true)
  })

  it('are multiplied exactly, and written as short as they are', () => {
    expect(toNumber(times(decimalOf(1.1), decimalOf(1.1)))).toBe(1.21)
    expect(shortest(times(decimalOf(2.5), decimalOf(4)))).toEqual({ units: 10n, places: 0 })
    expect(shortest(decimalOf(0))).toEqual({ units: 0n, places: 0 })
  })
})
