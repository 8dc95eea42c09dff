import { describe, expect, it } from 'vitest'
import type { MeasuredReading } from '../../../shared/domain/consumption.ts'
import { readingDoubt } from '../../../shared/domain/readingDoubt.ts'

const reading = (takenOn: string, value: number, consumption: number | null, kind: MeasuredReading['kind'] = 'actual'): MeasuredReading => ({
  takenOn,
  meterNumber: 'G4-1',
  value,
  kind,
  consumption,
})
/** One to two by the day; the last on the first of November. */
const history = (last: number, kind: MeasuredReading['kind'] = 'actual'): MeasuredReading[] => [
  reading('2026-11-01', last, 31, kind),
  reading('2026-10-01', last - 31, 60),
  reading('2026-09-01', last - 91, 45),
  reading('2026-08-01', last - 136, null),
]
const doubt = (value: number, newestFirst: MeasuredReading[], today = '2026-12-01') => readingDoubt(value, today, newestFirst)

describe('nothing speaks against', () => {
  it('what is consumed as before', () => {
    for (const consumed of [25, 40, 60, 90]) expect(doubt(4_209 + consumed, history(4_209))).toBeNull()
  })
  it('what is consumed as before, where the customer brought readings between the bills', () => {
    const history = [
      reading('2026-12-01', 1_060, 30),
      reading('2026-11-28', 1_057, null, 'customer'),
      reading('2026-11-01', 1_030, 30),
      reading('2026-10-28', 1_027, null, 'customer'),
      reading('2026-10-01', 1_000, null),
    ]
    expect(doubt(1_087, history, '2026-12-28')).toBeNull()
    expect(doubt(1_200, history, '2026-12-28')).toMatchObject({ kind: 'high', usual: 27 })
  })
  it('the first reading of a meter, nor the second', () => {
    expect(doubt(7, [])).toBeNull()
    expect(doubt(90_000, [reading('2026-11-01', 7, null)])).toBeNull()
  })
  it('the same figure a few days later, nor where nothing was consumed before either', () => {
    expect(doubt(4_209, history(4_209), '2026-11-04')).toBeNull()
    expect(doubt(4_209, [reading('2026-11-01', 4_209, 0), reading('2026-10-01', 4_209, null)])).toBeNull()
  })
})

describe('a person looks again', () => {
  it('at less than the last reading; an estimate may have been too high', () => {
    expect(doubt(4_199, history(4_209))).toEqual({ kind: 'lower' })
    expect(doubt(420, history(4_209))).toEqual({ kind: 'lower' })
    expect(doubt(4_199, history(4_209, 'estimated'))).toEqual({ kind: 'belowEstimate' })
  })
  it('at a meter that began again at zero, with what was consumed across it', () => {
    expect(doubt(20, history(99_980))).toEqual({ kind: 'rollover', consumed: 40 })
    expect(doubt(5.5, history(99_990.5))).toEqual({ kind: 'rollover', consumed: 15 })
    expect(doubt(20, [reading('2026-11-01', 99_980, null)])).toEqual({ kind: 'rollover', consumed: 40 })
  })
  it('but not where that would be far more than before, or the meter was not at its end', () => {
    expect(doubt(30_000, history(99_980))).toEqual({ kind: 'lower' })
    expect(doubt(20, [reading('2026-11-01', 60_000, null)])).toEqual({ kind: 'lower' })
    expect(doubt(20, [reading('2026-11-01', 99_980, null), reading('2026-10-01', 100_000, null)])).toEqual({ kind: 'lower' })
  })
  it('nor where its figures are short: it has five drums at least', () => {
    for (const last of [97, 998, 9_990.5]) {
      expect(doubt(5, history(last))).toEqual({ kind: 'lower' })
      expect(doubt(5, [reading('2026-11-01', last, null)])).toEqual({ kind: 'lower' })
    }
  })
  it('at far more than ever before, with what is usual in as many days', () => {
    expect(doubt(42_390, history(4_209))).toEqual({ kind: 'high', consumed: 38_181, days: 30, usual: 44 })
    expect(doubt(4_209 + 200, history(4_209))).toMatchObject({ kind: 'high', consumed: 200 })
  })
  it('at far less than ever before, and at nothing', () => {
    expect(doubt(4_212, history(4_209))).toEqual({ kind: 'low', consumed: 3, days: 30, usual: 44 })
    expect(doubt(4_209, history(4_209))).toEqual({ kind: 'none' })
  })
  it('as far as anybody can say: small amounts with a decimal, and none on the same day', () => {
    const little = [reading('2026-11-01', 1_004.5, 4.5), reading('2026-10-01', 1_000, null)]
    expect(doubt(1_200, little)).toEqual({ kind: 'high', consumed: 195.5, days: 30, usual: 4.4 })
    expect(doubt(1_200, little, '2026-11-01')).toMatchObject({ usual: 0 })
  })
  it('whatever odd dates its history has', () => {
    expect(doubt(4_300, history(4_209), '2026-10-20')).toMatchObject({ kind: 'high', days: 0, usual: 0 })
    expect(doubt(4_215, [reading('2026-11-01', 4_209, 31), reading('2026-11-01', 4_178, 31)])).toBeNull()
  })
})
