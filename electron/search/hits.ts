import type { HowFound, SearchedBy, SearchHit } from '../../shared/contract/search.ts'
import { fullNumber } from '../../shared/domain/accountNumber.ts'
import { addressLines, holderName } from '../../shared/domain/holder.ts'
import type { Account } from '../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../cache/db.ts'
import { findZone } from '../cache/queries/zones.ts'

/** An account that was found, and why. */
export interface Found {
  account: Account
  by: SearchedBy
  how: HowFound
}

const isClosed = ({ account }: Found): boolean => account.status === 'closed'

/** In the same order otherwise. */
export const closedLast = (found: readonly Found[]): Found[] => [...found.filter((one) => !isClosed(one)), ...found.filter(isClosed)]

/** What a list shows of each. */
export const createHits = (db: ReadableDb, found: readonly Found[]): SearchHit[] =>
  found.map(({ account, by, how }) => ({ ...summaryOf(db, account), by, how }))

function summaryOf(db: ReadableDb, account: Account): Omit<SearchHit, 'by' | 'how'> {
  const zone = findZone(db, account.zoneId)
  return {
    accountId: account.id,
    holderName: holderName(account.holder),
    number: fullNumber(account),
    numberLabel: zone?.identifiers?.account?.label ?? null,
    supplyAddress: addressLines(account.supplyAddress).join(', '),
    zoneId: account.zoneId,
    zoneName: zone?.name ?? null,
    status: account.status,
  }
}
