import { fullNumber } from '../../../shared/domain/accountNumber.ts'
import { countedOnce } from '../../../shared/domain/consumption.ts'
import type { Account, Reading, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { issuerOf, type PageSize, pageOf } from '../letterhead.ts'
import { type PaperLocale, paperLocale } from '../paperLocale.ts'

/** What the files of an account's readings are made from. */
export interface ConsumptionModel {
  locale: PaperLocale
  page: PageSize
  company: string
  accountId: string
  accountNumber: string
  service: Zone['service']
  unit: string
  timeZone: string
  /** Oldest first, every consumption told once. */
  readings: Reading[]
}

export function consumptionModel(account: Account, zone: Zone, newestFirst: readonly Reading[]): ConsumptionModel {
  const locale = paperLocale(zone)
  return {
    locale,
    page: pageOf(zone),
    company: issuerOf(zone, locale).legalName,
    accountId: account.id,
    accountNumber: fullNumber(account),
    service: zone.service,
    unit: zone.unit,
    timeZone: zone.timeZone,
    readings: countedOnce(newestFirst),
  }
}
