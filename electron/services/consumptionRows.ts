import type { ConsumptionRow } from '../../shared/contract/statement.ts'
import { countedOnce } from '../../shared/domain/consumption.ts'
import type { ReadableDb } from '../cache/db.ts'
import { knownReadings } from '../filings/filedReadings.ts'

/** An account's readings as screens show them, newest first: every consumption told once, and what was filed here laid over them. */
export const consumptionRows = (db: ReadableDb, accountId: string): ConsumptionRow[] =>
  countedOnce(knownReadings(db, accountId))
    .toReversed()
    .map(({ id, takenOn, meterNumber, value, kind, consumption = null, folio = null }) => ({ id, takenOn, meterNumber, value, kind, consumption, folio }))
