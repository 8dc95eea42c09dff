import { fullNumber } from '../../shared/domain/accountNumber.ts'
import type { Account, Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { ReadableDb } from '../cache/db.ts'
import { paperLocale, type PaperLocale } from './paperLocale.ts'

interface NamedAccount {
  account: Account
  zone: Zone
  /** With its check digit. */
  number: string
  locale: PaperLocale
}

/** An account with what its papers are named and written by; null where it is not there. */
export function namedAccount(db: ReadableDb, accountId: string): NamedAccount | null {
  const account = findAccount(db, accountId)
  const zone = account && findZone(db, account.zoneId)
  return account && zone ? { account, zone, number: fullNumber(account), locale: paperLocale(zone) } : null
}
