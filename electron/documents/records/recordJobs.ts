import type { MovementRange } from '../../cache/queries/movements.ts'
import type { DayReading } from '../../dayEnd/readDayEnd.ts'
import type { StatementExtract } from '../statement/statementPaper.ts'

/** What is asked for as a file, and the instant that it says it was made at. */
interface FileOrder<Format extends string> {
  format: Format
  createdAt: number
}

export type StatementFileOrder = MovementRange & FileOrder<'xlsx' | 'csv'>
export type DayFileOrder = { day: string; createdAt: number }
export type ConsumptionFileOrder = { accountId: string } & FileOrder<'xlsx' | 'csv' | 'xml'>

/** What is asked of an account, with its rows where these are on no disk (`cache/accountReaders.ts`). */
export interface Asked<T> {
  order: T
  held: Uint8Array | null
}

/** What the records thread is asked; null where the account is not there. */
export type RecordJobs = {
  /** The figures of a range with its newest movements, so many at most. */
  extract: { question: Asked<MovementRange & { most: number }>; answer: StatementExtract | null }
  statementFile: { question: Asked<StatementFileOrder>; answer: Uint8Array<ArrayBuffer> | null }
  /** A day of the branch, counted and verified. */
  day: { question: Asked<{ day: string }>; answer: DayReading | null }
  dayFile: { question: Asked<DayFileOrder>; answer: Uint8Array<ArrayBuffer> | null }
  consumptionFile: { question: Asked<ConsumptionFileOrder>; answer: Uint8Array<ArrayBuffer> | null }
}
