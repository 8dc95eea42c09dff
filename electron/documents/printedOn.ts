import { businessDate, businessTime } from '../../shared/domain/dates.ts'

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
