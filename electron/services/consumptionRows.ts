import type { ConsumptionRow } from '../../shared/contract/statement.ts'
import { countedOnce } from '../../shared/domain/consumption.ts'
import type { KnownReading } from '../filings/filedReadings.ts'

/** Readings as screens show them, newest first: every consumption told once. */
export const consumptionRows = (newestFirst: readonly KnownReading[]): ConsumptionRow[] =>
  countedOnce(newestFirst)
    .toReversed()
    .map(({ id, takenOn, meterNumber, value, kind, consumption = null, filed = null }) => ({ id, takenOn, meterNumber, value, kind, consumption, filed }))
