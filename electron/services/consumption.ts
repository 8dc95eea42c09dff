import type { Consumption } from '../../shared/contract/statement.ts'
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
      const readings = listReadings(db, accountId).map(({ id, takenOn, value, kind, consumption }) => ({
        id,
        takenOn,
        value,
        kind,
        consumption: consumption ?? null,
      }))
      return success({ account: header.value, meterNumber, readings })
    },
  }
}
