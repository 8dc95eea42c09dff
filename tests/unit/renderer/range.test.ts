import { describe, expect, it } from 'vitest'
import { monthsUpTo, presetOf } from '../../../renderer/areas/statement/range.ts'
import { readDate, wantsStroke } from '../../../shared/domain/typedDate.ts'

describe('a range of whole months', () => {
  it.each([
    ['2026-11-21', 12, '2025-11-22'],
    ['2026-11-21', 3, '2026-08-22'],
    ['2026-01-15', 3, '2025-10-16'],
    ['2026-05-31', 3, '2026-03-01'],
    ['2024-02-29', 12, '2023-03-01'],
    ['2026-12-31', 6, '2026-07-01'],
    ['2026-03-31', 24, '2024-04-01'],
  ])('ends on %s and, %i months long, begins on %s', (day, months, from) => {
    expect(monthsUpTo(day, months)).toEqual({ from, to: day })
  })

  it('is known again as the preset that it is, and any other is none', () => {
    expect(presetOf({ from: '2025-11-22', to: '2026-11-21' }, '2026-11-21')).toBe(12)
    expect(presetOf({ from: '2025-11-22', to: '2026-11-20' }, '2026-11-21')).toBeNull()
  })
})

describe('a date as the zone writes it', () => {
  it.each([
    ['21/11/2026', '2026-11-21'],
    [' 1/2/2026 ', '2026-02-01'],
    ['21-11-2026', '2026-11-21'],
    ['21.11.2026', '2026-11-21'],
    ['21112026', '2026-11-21'],
    ['2026-11-21', '2026-11-21'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2026', null],
    ['31/02/2026', null],
    ['2026-02-31', null],
    ['00/11/2026', null],
    ['21/13/2026', null],
    ['21/11', null],
    ['ayer', null],
    ['', null],
    ['21/11/20266', null],
    ['111/11/2026', null],
    ['21/11/2026/1', null],
  ])('%j is %s', (typed, day) => {
    expect(readDate(typed, 'es-MX', true)).toBe(day)
    expect(readDate(typed, 'es-UY', true)).toBe(day)
  })

  it('waits for the whole year while it is being typed', () => {
    expect(readDate('1/2/20', 'es-MX', false)).toBeNull()
    expect(readDate('1/2/202', 'es-MX', true)).toBeNull()
    expect(readDate('1/2/26', 'es-MX', true)).toBe('2026-02-01')
  })

  it('has the order of its locale', () => {
    expect(readDate('11/21/2026', 'en-US', true)).toBe('2026-11-21')
    expect(readDate('21/11/2026', 'en-US', true)).toBeNull()
  })

  it('asks for a stroke after the day and after the month', () => {
    expect(['2', '21', '21/', '21/1', '21/11', '21/11/', '21/11/2'].filter(wantsStroke)).toEqual(['21', '21/11'])
  })
})
