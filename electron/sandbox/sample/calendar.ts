export { addDays } from '../../../shared/domain/dates.ts'

const asText = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)

/** Moves a date by whole months; the 31st becomes the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return asText(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
}

/** Index of the month of a date, 0 for January. */
export const monthIndex = (date: string): number => Number(date.slice(5, 7)) - 1

/** `2026-11-21` → `202611`, part of the ids of what happens once a month. */
export const monthKey = (date: string): string => date.slice(0, 4) + date.slice(5, 7)

export const earlier = (one: string, other: string): string => (one < other ? one : other)
