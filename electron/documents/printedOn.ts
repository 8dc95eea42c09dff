import { businessDate, businessTime, formatDate } from '../../shared/domain/dates.ts'
import { wordsOf } from './commonWords.ts'
import type { PaperLocale } from './paperLocale.ts'

/** When a paper is made: the instant, and what calendar and clock say then where it is read. */
export interface PrintedOn {
  /** RFC 3339. */
  instant: string
  /** `YYYY-MM-DD` */
  date: string
  /** `HH:MM` */
  time: string
}

export const printedAt = (instant: number | string, timeZone: string): PrintedOn => ({
  instant: new Date(instant).toISOString(),
  date: businessDate(instant, timeZone),
  time: businessTime(instant, timeZone),
})

/** When a paper was printed, and which copy it is where that is told. */
export function printedWords({ date, time }: PrintedOn, copyNumber: number | null, locale: PaperLocale): string {
  const words = wordsOf(locale)
  const day = formatDate(date, locale, 'numeric')
  return copyNumber === null ? words.printed(day, time) : words.copy(copyNumber, day, time)
}
