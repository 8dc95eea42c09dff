import { describe, expect, test } from 'vitest'
import { countedOnce, type MeasuredReading } from '../../../shared/domain/consumption.ts'

const reading = (change: Partial<MeasuredReading>): MeasuredReading => ({
  takenOn: '2026-10-31',
  meterNumber: 'G4-1',
  value: 4_322,
  kind: 'actual',
  consumption: 142,
  ...change,
})
const counted = (...newestFirst: MeasuredReading[]): (number | null | undefined)[] => countedOnce(newestFirst).map(({ consumption }) => consumption)
const sum = (readings: readonly MeasuredReading[]): number => readings.reduce((total, { consumption }) => total + (consumption ?? 0), 0)

describe('S54 readings of one day', () => {
  const before = reading({ takenOn: '2026-09-30', value: 4_180, consumption: 130 })

  test('an estimate and the visit that corrected it count once, whatever their order in the feed', () => {
    const estimate = reading({ value: 4_330, consumption: 150, kind: 'estimated' })
    const visit = reading({})
    for (const pair of [
      [estimate, visit],
      [visit, estimate],
    ] as const)
      expect(sum(countedOnce([...pair, before]))).toBe(130 + 142)
  })

  test("a customer's reading gives way to an actual one, and stands before an estimate", () => {
    const customer = reading({ value: 4_320, consumption: 140, kind: 'customer' })
    expect(sum(countedOnce([reading({}), customer]))).toBe(142)
    expect(sum(countedOnce([reading({ kind: 'estimated' }), customer]))).toBe(140)
  })

  test('a second visit that tells only what was consumed since the first adds to it', () => {
    expect(counted(reading({ value: 4_325, consumption: 3 }), reading({}))).toEqual([142, 3])
  })

  test('the same reading sent twice counts once', () => {
    expect(sum(countedOnce([reading({}), reading({})]))).toBe(142)
  })

  test('an exchanged meter: what the old and the new one counted both count', () => {
    expect(sum(countedOnce([reading({ meterNumber: 'G4-2', value: 3, consumption: 3 }), reading({ consumption: 82 })]))).toBe(85)
  })

  test('a reading without consumption changes nothing', () => {
    expect(counted(reading({ kind: 'customer', consumption: null, value: 4_322 }), reading({}))).toEqual(expect.arrayContaining([142, null]))
  })
})

test('S54 a meter that rolls over: what the utility says was consumed stands', () => {
  const readings = [reading({ value: 12, consumption: 20 }), reading({ takenOn: '2026-09-30', value: 99_992, consumption: 31 })]
  expect(counted(...readings)).toEqual([31, 20])
})

test('S54 two readings of the day on which a meter rolled over count once', () => {
  const [estimate, visit] = [reading({ value: 99_998, consumption: 8, kind: 'estimated' }), reading({ value: 3, consumption: 13 })]
  for (const pair of [
    [estimate, visit],
    [visit, estimate],
  ] as const)
    expect(sum(countedOnce(pair))).toBe(13)
  expect(countedOnce([reading({ value: 5, consumption: 10 }), reading({ value: 99_995, consumption: 20 })]).map(({ value }) => value)).toEqual([99_995, 5])
})

test('readings come oldest first, and none is lost', () => {
  const days = ['2026-10-31', '2026-09-30', '2026-08-31'].map((takenOn) => reading({ takenOn }))
  expect(countedOnce(days)).toEqual(days.toReversed())
})
