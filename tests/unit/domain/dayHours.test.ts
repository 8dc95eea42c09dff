import { describe, expect, it } from 'vitest'
import { hoursOfDay, spanOfDay } from '../../../shared/domain/dayHours.ts'

const HOUR = 3_600_000
const utc = (instant: number): string => new Date(instant).toISOString()
const labels = (day: string, timeZone: string): string[] => hoursOfDay(day, timeZone).map(({ hour, turn }) => (turn === null ? hour : `${hour} ${turn}`))

describe('a day of the branch', () => {
  it.each([
    ['2026-11-21', 'America/Monterrey', 24, '2026-11-21T06:00:00.000Z'],
    ['2026-03-08', 'America/Tijuana', 23, '2026-03-08T08:00:00.000Z'],
    ['2026-11-01', 'America/Tijuana', 25, '2026-11-01T07:00:00.000Z'],
    ['2026-11-21', 'America/Montevideo', 24, '2026-11-21T03:00:00.000Z'],
    // Midnight did not come: the day began at one.
    ['2018-11-04', 'America/Sao_Paulo', 23, '2018-11-04T03:00:00.000Z'],
    ['2018-02-17', 'America/Sao_Paulo', 25, '2018-02-17T02:00:00.000Z'],
    // By half an hour.
    ['2026-10-04', 'Australia/Lord_Howe', 23.5, '2026-10-03T13:30:00.000Z'],
    // Midnight came twice.
    ['2026-11-01', 'America/Havana', 25, '2026-11-01T04:00:00.000Z'],
  ])('%s in %s has %d hours', (day, timeZone, count, beginsAt) => {
    const { start, end } = spanOfDay(day, timeZone)
    expect([(end - start) / HOUR, utc(start)]).toEqual([count, beginsAt])
    const hours = hoursOfDay(day, timeZone)
    expect(hours[0]?.start).toBe(start)
    expect(hours.at(-1)?.end).toBe(end)
    expect(hours.slice(1).map((hour) => hour.start)).toEqual(hours.slice(0, -1).map((hour) => hour.end))
  })

  it.each(['0001-01-01', '0026-11-30', '0099-12-31', '1899-12-31'])('is found at once in a year that nobody means: %s', (day) => {
    const began = performance.now()
    expect(hoursOfDay(day, 'America/Monterrey').length).toBeLessThan(100)
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  it('begins at midnight of the first century too', () => {
    const { start, end } = spanOfDay('0026-11-30', 'Etc/GMT+6')
    expect([utc(start), (end - start) / HOUR]).toEqual(['0026-11-30T06:00:00.000Z', 24])
  })

  it('follows the day before without a gap, a whole year long', () => {
    for (const timeZone of ['America/Tijuana', 'America/Havana', 'America/Asuncion', 'Australia/Lord_Howe']) {
      let end = spanOfDay('2023-12-31', timeZone).end
      for (let at = 0; at < 366; at += 1) {
        const day = utc(Date.UTC(2024, 0, 1 + at)).slice(0, 10)
        const span = spanOfDay(day, timeZone)
        expect([timeZone, day, span.start]).toEqual([timeZone, day, end])
        end = span.end
      }
    }
  })

  it('has the hours that the clock on the wall shows: one of them never, or twice', () => {
    expect(labels('2026-11-21', 'America/Monterrey')).toHaveLength(24)
    expect(labels('2026-03-08', 'America/Tijuana').slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00'])
    expect(labels('2026-11-01', 'America/Tijuana').slice(0, 4)).toEqual(['00:00', '01:00 1', '01:00 2', '02:00'])
  })
})
