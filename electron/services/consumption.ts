import type { Consumption } from '../../shared/contract/statement.ts'
import { countedOnce } from '../../shared/domain/consumption.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { listReadings } from '../cache/queries/readings.ts'
import type { Db } from '../cache/db.ts'
import type { createAccountService } from './account.ts'

interface ConsumptionParts {
  db: Db
  account: Pick<ReturnType<typeof createAccountService>, 'header'>
}

/** The readings of the account that the session opened. */
export function createConsumptionService({ db, account }: ConsumptionParts) {
  return {
    show({ accountId }: { accountId: string }): Result<Consumption> {
      const header = account.header({ accountId })
      if (!header.ok) return header
      const meterNumber = findAccount(db, accountId)?.meterNumber
      if (meterNumber === undefined) return failure({ code: 'not-found' })
      const readings = countedOnce(listReadings(db, accountId)).toReversed()
      return success({ account: header.value, meterNumber, readings: readings.map((reading) => ({ ...reading, consumption: reading.consumption ?? null })) })
    },
  }
}
