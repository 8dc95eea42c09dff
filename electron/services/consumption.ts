import type { HandlersOf } from '../../shared/contract/index.ts'
import { success } from '../../shared/result.ts'
import { knownReadings } from '../filings/filedReadings.ts'
import { consumptionRows } from './consumptionRows.ts'
import type { AccountAccess } from './accountAccess.ts'

interface ConsumptionParts {
  accounts: AccountAccess
}

/** The readings of an account that the session may read. */
export function createConsumptionService({ accounts }: ConsumptionParts) {
  return {
    'consumption.show': ({ accountId }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const { account, header, db } = opened.value
      return success({ account: header, meterNumber: account.meterNumber, readings: consumptionRows(knownReadings(db, accountId)) })
    },
  } satisfies HandlersOf<'consumption'>
}
