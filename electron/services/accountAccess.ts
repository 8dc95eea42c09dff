import type { AccountHeader } from '../../shared/contract/account.ts'
import { addressLines, holderName } from '../../shared/domain/holder.ts'
import { maskAddress, maskName } from '../../shared/domain/masking.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Account, Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { branchAlone, type AccountReaders } from '../cache/accountReaders.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Counter } from '../session/counter.ts'
import { masking, type Masking } from '../session/person.ts'
import { conventionsOf } from './conventions.ts'

export interface OpenedAccount {
  account: Account
  zone: Zone
  /** What screens show of it. */
  header: AccountHeader
  /** From which all of it is read. */
  db: ReadableDb
}

/** The accounts that the session may read, whichever database holds them. */
export interface AccountAccess extends AccountReaders {
  /** Problems: not-allowed for an account that the session may not read, account-withdrawn for one that the utility has no longer. */
  open(accountId: string): Result<OpenedAccount>
}

interface AccessParts {
  db: ReadableDb
  counter: Pick<Counter, 'current' | 'mayRead'>
  readers?: AccountReaders
}

export function createAccountAccess({ db: branch, counter, readers = branchAlone(branch) }: AccessParts): AccountAccess {
  return {
    of: readers.of,
    find: readers.find,
    open(accountId) {
      if (!counter.mayRead(accountId)) return failure({ code: 'not-allowed' })
      const db = readers.of(accountId)
      const account = findAccount(db, accountId)
      const zone = account && findZone(db, account.zoneId)
      return account && zone
        ? success({ account, zone, header: describe(account, zone, masking(counter.current().person, accountId)), db })
        : failure({ code: 'account-withdrawn' })
    },
  }
}

function describe(account: Account, zone: Zone, shown: Masking): AccountHeader {
  const name = holderName(account.holder)
  const address = addressLines(account.supplyAddress).slice(0, 2)
  return {
    id: account.id,
    zoneId: account.zoneId,
    number: account.number,
    checkDigit: account.checkDigit ?? null,
    status: account.status,
    holderName: shown === 'masked' ? maskName(name) : name,
    supplyAddress: (shown === 'masked' ? address.map(maskAddress) : address).join(', '),
    conventions: conventionsOf(zone),
  }
}
