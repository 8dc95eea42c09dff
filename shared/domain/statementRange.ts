import { addMonths, monthOf } from './dates.ts'

/** The ranges that one touch asks for, in months. */
export const PRESETS = [3, 6, 12, 24] as const
const LONGEST_PRESET = Math.max(...PRESETS)

/** A range of days of the zone, both ends within it. */
export interface Range {
  from: string
  to: string
}

/**
 * The days of which there can be a statement: from the month of the oldest movement, or as far back as one touch asks for, until today, or
 * the newest movement where the utility dates it ahead.
 */
export function rangeToHave(movements: { oldest: string | null; newest: string | null }, today: string): Range {
  const months = [addMonths(monthOf(today), -LONGEST_PRESET), ...(movements.oldest === null ? [] : [monthOf(movements.oldest)])]
  return { from: `${months.sort()[0]}-01`, to: movements.newest !== null && movements.newest > today ? movements.newest : today }
}

type RangeProblem = { field: 'from' | 'to'; problem: 'date-too-early' | 'date-future' | 'date-order'; day?: string }

/** What is wrong with two days, end by end, with the day up to which that end can go. */
export function judgeDays({ from, to }: Range, possible: Range): RangeProblem[] {
  const outside = Object.entries({ from, to }).flatMap(([end, day]): RangeProblem[] => {
    const field = end === 'from' ? 'from' : 'to'
    if (day < possible.from) return [{ field, problem: 'date-too-early', day: possible.from }]
    return day > possible.to ? [{ field, problem: 'date-future', day: possible.to }] : []
  })
  if (outside.length > 0) return outside
  return from > to ? [{ field: 'to', problem: 'date-order' }] : []
}
