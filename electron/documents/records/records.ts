import type { MovementRange } from '../../cache/queries/movements.ts'
import type { Log } from '../../log/log.ts'
import type { StatementExtract } from '../statement/statementPaper.ts'
import { startWorkingThread } from '../thread.ts'
import type { DayReading } from '../../dayEnd/readDayEnd.ts'
import type { Asked, ConsumptionFileOrder, DayFileOrder, RecordJobs, StatementFileOrder } from './recordJobs.ts'

/** 50,000 movements as a workbook take two seconds. */
const LONGEST_JOB_MS = 60_000
const MOST_MEMORY_MB = 512

/**
 * What an account's movements and readings add up to, read away from the main event loop: tens of thousands of rows would stall it. Every
 * answer is of one moment of the cache; null where the account is not there. Rejects when it cannot be read or written.
 */
export interface Records {
  extract(range: MovementRange & { most: number }): Promise<StatementExtract | null>
  statementFile(order: StatementFileOrder): Promise<Uint8Array | null>
  consumptionFile(order: ConsumptionFileOrder): Promise<Uint8Array | null>
  /** Null before the utility has said which branch this is. */
  day(day: string): Promise<DayReading | null>
  dayFile(order: DayFileOrder): Promise<Uint8Array | null>
  close(): Promise<void>
}

interface RecordsParts {
  log: Log
  databaseFile: string
  /** The rows of an account that are on no disk; null where the file holds it. */
  heldOf?: (accountId: string) => Uint8Array | null
}

export function startRecords({ log, databaseFile, heldOf = () => null }: RecordsParts): Records {
  const { ask, close } = startWorkingThread<RecordJobs>({
    name: 'records',
    log,
    longestJobMs: LONGEST_JOB_MS,
    mostMemoryMb: MOST_MEMORY_MB,
    data: { databaseFile },
  })
  const asked = <T extends { accountId: string }>(order: T): Asked<T> => ({ order, held: heldOf(order.accountId) })
  return {
    extract: (range) => ask('extract', asked(range)),
    statementFile: (order) => ask('statementFile', asked(order)),
    day: (day) => ask('day', { order: { day }, held: null }),
    dayFile: (order) => ask('dayFile', { order, held: null }),
    consumptionFile: (order) => ask('consumptionFile', asked(order)),
    close,
  }
}
