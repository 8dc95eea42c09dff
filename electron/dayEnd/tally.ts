import { dayFigures, type DayCounts, type DayDifference, type DayTables } from '../../shared/contract/dayEnd.ts'
import type { WallHour } from '../../shared/domain/dayHours.ts'
import { isNothing, noCounts } from '../../shared/domain/dayEnd.ts'
import type { Moment } from './moments.ts'

/** Staff by who they are; everybody else is a customer, whoever they said they were. */
const groupOf = (who: string): string => (who.startsWith('clerk:') || who === 'staff' ? who : 'customers')

interface Tally {
  hours: readonly WallHour[]
  nameOf: (clerkId: string) => string | null
}

/** Adds up what happened by whom and in which hour: clerks by their names, then staff without one, customers last. */
export function tally(moments: readonly Moment[], { hours, nameOf }: Tally): DayTables {
  const people = Map.groupBy(moments, ({ who }) => groupOf(who))
  const named = [...people].map(([who, theirs]) => ({ who, name: who.startsWith('clerk:') ? nameOf(who.slice('clerk:'.length)) : null, counts: sum(theirs) }))
  const rank = ({ who, name }: { who: string; name: string | null }): string => (who === 'customers' ? '3' : who === 'staff' ? '2' : `1 ${name ?? who}`)
  const { compare } = new Intl.Collator('es')
  return {
    total: sum(moments),
    people: named.filter(({ counts }) => !isNothing(counts)).sort((one, other) => compare(rank(one), rank(other))),
    hours: hours
      .map(({ hour, turn, start, end }) => ({ hour, turn, counts: sum(moments.filter(({ at }) => at >= start && at < end)) }))
      .filter(({ counts }) => !isNothing(counts)),
  }
}

function sum(moments: readonly Moment[]): DayCounts {
  const counts = { ...noCounts }
  for (const { figure, count } of moments) counts[figure] += count
  return counts
}

/** Where two tallies of a day do not agree: of every person, then of every hour. */
export function compareTallies(records: DayTables, audit: DayTables): DayDifference[] {
  const people = pairs(records.people, audit.people, ({ who }) => who)
  const hours = pairs(records.hours, audit.hours, ({ hour, turn }) => `${hour} ${turn ?? ''}`)
  return [
    ...people.flatMap(({ row: { who, name }, ...both }) => differences(both).map((found) => ({ person: { who, name }, hour: null, ...found }))),
    ...hours.flatMap(({ row: { hour, turn }, ...both }) => differences(both).map((found) => ({ person: null, hour: { hour, turn }, ...found }))),
  ]
}

interface Both {
  records: DayCounts
  audit: DayCounts
}

function pairs<T extends { counts: DayCounts }>(records: readonly T[], audit: readonly T[], keyOf: (row: T) => string): (Both & { row: T })[] {
  const keys = new Map([...records, ...audit].map((row) => [keyOf(row), row]))
  const of = (rows: readonly T[], key: string): DayCounts => rows.find((row) => keyOf(row) === key)?.counts ?? noCounts
  return [...keys].map(([key, row]) => ({ row, records: of(records, key), audit: of(audit, key) }))
}

/** Of what was closed the audit alone tells. */
const differences = ({ records, audit }: Both) =>
  dayFigures
    .filter((figure) => figure !== 'closed' && records[figure] !== audit[figure])
    .map((figure) => ({ figure, records: records[figure], audit: audit[figure] }))
