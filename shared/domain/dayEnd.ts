import { dayFigures, type DayCounts, type DayTables } from '../contract/dayEnd.ts'

export const noCounts: DayCounts = { filed: 0, jobs: 0, sheets: 0, refused: 0, closed: 0 }

export const isNothing = (counts: DayCounts): boolean => dayFigures.every((figure) => counts[figure] === 0)

const difference = (one: DayCounts, other: DayCounts): DayCounts => {
  const pairs = dayFigures.map((figure) => [figure, one[figure] - other[figure]] as const)
  return { ...noCounts, ...Object.fromEntries(pairs) }
}

/** Figures as they were signed, with what was counted since: less than nothing where something is counted no longer. */
export interface DayRow {
  counts: DayCounts
  later: DayCounts
}

export interface DayRows {
  total: DayRow
  people: (DayRow & { who: string; name: string | null })[]
  hours: (DayRow & { hour: string; turn: 1 | 2 | null })[]
}

/** What is shown of a day: what was signed beside what came later; nothing is later where nobody has signed. */
export function dayRows(now: DayTables, signed: DayTables | null): DayRows {
  const base = signed ?? now
  const rowOf = (before: DayCounts | undefined, after: DayCounts | undefined): DayRow => {
    const counts = before ?? noCounts
    return { counts, later: difference(after ?? noCounts, counts) }
  }
  const personKey = ({ who }: { who: string }): string => who
  const hourKey = ({ hour, turn }: { hour: string; turn: number | null }): string => `${hour} ${turn ?? 0}`
  const hours = together(base.hours, now.hours, hourKey).sort((one, other) => (hourKey(one) < hourKey(other) ? -1 : 1))
  return {
    total: rowOf(base.total, now.total),
    people: together(base.people, now.people, personKey).map(({ who, name }) => ({ who, name, ...pick(base.people, now.people, personKey, who, rowOf) })),
    hours: hours.map(({ hour, turn }) => ({ hour, turn, ...pick(base.hours, now.hours, hourKey, hourKey({ hour, turn }), rowOf) })),
  }
}

/** Every row of either, once. */
function together<T>(base: readonly T[], now: readonly T[], keyOf: (row: T) => string): T[] {
  const known = new Set(base.map(keyOf))
  return [...base, ...now.filter((row) => !known.has(keyOf(row)))]
}

type Counted = { counts: DayCounts }

function pick<T extends Counted>(
  base: readonly T[],
  now: readonly T[],
  keyOf: (row: T) => string,
  key: string,
  rowOf: (before: DayCounts | undefined, after: DayCounts | undefined) => DayRow,
): DayRow {
  const of = (rows: readonly T[]): DayCounts | undefined => rows.find((row) => keyOf(row) === key)?.counts
  return rowOf(of(base), of(now))
}

/** Whether anything is counted that was not signed. */
export const isLater = ({ total, people, hours }: DayRows): boolean => [total, ...people, ...hours].some(({ later }) => !isNothing(later))
