import { expect, it } from 'vitest'
import type { DayTables } from '../../../shared/contract/dayEnd.ts'
import { dayRows, isLater, noCounts } from '../../../shared/domain/dayEnd.ts'

const filed = (count: number) => ({ ...noCounts, filed: count })
const tables = (customers: number, clerk = 0): DayTables => ({
  total: filed(customers + clerk),
  people: [
    ...(clerk > 0 ? [{ who: 'clerk:17', name: 'Lucía', counts: filed(clerk) }] : []),
    ...(customers > 0 ? [{ who: 'customers', name: null, counts: filed(customers) }] : []),
  ],
  hours: [...(clerk > 0 ? [{ hour: '08:00', turn: null, counts: filed(clerk) }] : []), { hour: '09:00', turn: null, counts: filed(customers) }],
})

it('an unsigned day is shown as it is counted, with nothing later', () => {
  const rows = dayRows(tables(3), null)
  expect(rows.total).toEqual({ counts: filed(3), later: noCounts })
  expect(isLater(rows)).toBe(false)
})

it('a signed day is shown as it was signed, with what came later beside it, also of whom it did not know', () => {
  const rows = dayRows(tables(4, 2), tables(3))
  expect(rows.total).toEqual({ counts: filed(3), later: filed(3) })
  expect(rows.people.map(({ who, counts, later }) => [who, counts.filed, later.filed])).toEqual([
    ['customers', 3, 1],
    ['clerk:17', 0, 2],
  ])
  expect(rows.hours.map(({ hour, counts, later }) => [hour, counts.filed, later.filed])).toEqual([
    ['08:00', 0, 2],
    ['09:00', 3, 1],
  ])
  expect(isLater(rows)).toBe(true)
})

it('what is counted no longer is later by less than nothing', () => {
  const rows = dayRows(tables(1), tables(3, 2))
  expect(rows.total.later.filed).toBe(-4)
  expect(rows.people.find(({ who }) => who === 'clerk:17')).toMatchObject({ counts: filed(2), later: filed(-2) })
})
