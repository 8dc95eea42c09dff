import { describe, expect, test } from 'vitest'
import { greenButton } from '../../../electron/documents/consumption/greenButton.ts'
import { intervalsOf } from '../../../electron/documents/consumption/intervals.ts'
import { consumptionModel } from '../../../electron/documents/consumption/consumptionModel.ts'
import { midnight, offsetAt } from '../../../shared/domain/midnight.ts'
import { mexicanAccount, monterrey } from '../../fixtures/documents/documentSamples.ts'
import { aReading } from '../../fixtures/documents/statements.ts'

const seconds = (instant: string): number => Date.parse(instant) / 1000

describe('a day begins when its time zone says', () => {
  test.each([
    ['2026-11-21', 'America/Monterrey', '2026-11-21T06:00:00Z'],
    ['2026-11-21', 'America/Montevideo', '2026-11-21T03:00:00Z'],
    ['2026-01-01', 'UTC', '2026-01-01T00:00:00Z'],
    // Mexico gave up daylight saving in October of 2022; the border did not.
    ['2022-07-01', 'America/Monterrey', '2022-07-01T05:00:00Z'],
    ['2026-07-01', 'America/Monterrey', '2026-07-01T06:00:00Z'],
    ['2026-07-01', 'America/Tijuana', '2026-07-01T07:00:00Z'],
    ['2026-03-08', 'America/Tijuana', '2026-03-08T08:00:00Z'],
    ['2026-03-09', 'America/Tijuana', '2026-03-09T07:00:00Z'],
    ['2026-11-02', 'America/Tijuana', '2026-11-02T08:00:00Z'],
  ])('%s in %s at %s', (date, timeZone, expected) => {
    expect(new Date(midnight(date, timeZone)).toISOString()).toBe(new Date(expected).toISOString())
  })

  test('and the offset is what local clocks show', () => {
    expect(offsetAt(Date.parse('2026-11-21T12:34:56.789Z'), 'America/Monterrey')).toBe(-6 * 3_600_000)
    expect(offsetAt(Date.parse('2026-11-21T12:34:56.789Z'), 'Asia/Kathmandu')).toBe(5.75 * 3_600_000)
  })
})

test('another unit than the cubic metre is not told as one', () => {
  const readings = [aReading({ takenOn: '2026-10-31' }), aReading({ takenOn: '2026-09-30' })]
  const file = (unit: string): string => Buffer.from(greenButton(consumptionModel(mexicanAccount, { ...monterrey, unit }, readings), 0)).toString('utf8')
  expect(file('m³')).toContain('<uom>42</uom>')
  expect(file('ft³')).toContain('<uom>0</uom>')
})

describe('what was consumed between readings', () => {
  const days = (...readings: Partial<ReturnType<typeof aReading>>[]) => intervalsOf(readings.map(aReading), 'America/Monterrey')

  test('runs from the first of all through every reading that says it', () => {
    expect(
      days(
        { takenOn: '2026-08-31', consumption: null },
        { takenOn: '2026-09-30', consumption: 130.5, kind: 'estimated' },
        { takenOn: '2026-10-12', consumption: null, kind: 'customer' },
        { takenOn: '2026-10-31', consumption: 142 },
      ),
    ).toEqual([
      { start: seconds('2026-08-31T06:00:00Z'), duration: 30 * 86_400, consumption: 130.5, kind: 'estimated' },
      { start: seconds('2026-09-30T06:00:00Z'), duration: 31 * 86_400, consumption: 142, kind: 'actual' },
    ])
  })

  test('is not told of the first reading, of which nobody knows since when', () => {
    expect(days({ takenOn: '2026-10-31', consumption: 142 })).toEqual([])
    expect(days()).toEqual([])
  })

  test('S54 is one stretch where a meter was exchanged: both readings of that day end it, and neither takes no time', () => {
    expect(
      days(
        { takenOn: '2026-08-31', consumption: null },
        { takenOn: '2026-09-30', consumption: 60, meterNumber: 'old' },
        { takenOn: '2026-09-30', consumption: 2, meterNumber: 'new', kind: 'customer' },
        { takenOn: '2026-10-31', consumption: 80, meterNumber: 'new' },
      ),
    ).toEqual([
      { start: seconds('2026-08-31T06:00:00Z'), duration: 30 * 86_400, consumption: 62, kind: 'customer' },
      { start: seconds('2026-09-30T06:00:00Z'), duration: 31 * 86_400, consumption: 80, kind: 'actual' },
    ])
  })

  test('S54 says nothing of what was consumed on the very day of the first reading', () => {
    expect(days({ takenOn: '2026-08-31', consumption: 7 }, { takenOn: '2026-08-31', consumption: 1, meterNumber: 'new' })).toEqual([])
  })
})
