import type { HandlersOf } from '../../shared/contract/index.ts'
import { countedOnce } from '../../shared/domain/consumption.ts'
import { success } from '../../shared/result.ts'
import { listReadings } from '../cache/queries/readings.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { AccountAccess } from './accountAccess.ts'

interface ConsumptionParts {
  db: ReadableDb
  accounts: AccountAccess
}

/** The readings of an account that the session may read. */
export function createConsumptionService({ db, accounts }: ConsumptionParts) {
  return {
    'consumption.show': ({ accountId }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const { account, header } = opened.value
      const readings = countedOnce(listReadings(db, accountId)).toReversed()
      return success({
        account: header,
        meterNumber: account.meterNumber,
        readings: readings.map((reading) => ({ ...reading, consumption: reading.consumption ?? null })),
      })
    },
  } satisfies HandlersOf<'consumption'>
}
