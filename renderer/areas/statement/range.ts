import { PRESETS, type Range } from '../../../shared/domain/statementRange.ts'

/** What the screen opens with. */
export const FIRST_MONTHS = 12

/** So many whole months that end with a day: twelve up to `2026-11-21` begin on `2025-11-22`. */
export function monthsUpTo(day: string, months: number): Range {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  const before = new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth) + 1))
  return { from: before.toISOString().slice(0, 10), to: day }
}

/** The preset that a range is, or null. */
export function presetOf(range: Range, today: string): number | null {
  return PRESETS.find((months) => monthsUpTo(today, months).from === range.from && range.to === today) ?? null
}
