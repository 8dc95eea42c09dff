import { findAccount } from '../../cache/queries/accounts.ts'
import { knownReadings } from '../../filings/filedReadings.ts'
import { findZone } from '../../cache/queries/zones.ts'
import type { ReadableDb } from '../../cache/db.ts'
import type { ConsumptionFileOrder } from '../records/recordJobs.ts'
import { consumptionCsv } from './consumptionCsv.ts'
import { greenButton } from './greenButton.ts'
import { consumptionModel } from './consumptionModel.ts'
import { consumptionWorkbook } from './consumptionWorkbook.ts'

/** null where the account is not there. */
export async function writeConsumptionFile(db: ReadableDb, { accountId, format, createdAt }: ConsumptionFileOrder): Promise<Uint8Array | null> {
  const account = findAccount(db, accountId)
  const zone = account && findZone(db, account.zoneId)
  if (!account || !zone) return null
  const model = consumptionModel(account, zone, knownReadings(db, accountId))
  switch (format) {
    case 'xlsx':
      return consumptionWorkbook(model, createdAt)
    case 'csv':
      return consumptionCsv(model)
    case 'xml':
      return greenButton(model, createdAt)
  }
}
