import type { HandlersOf } from '../../shared/contract/index.ts'
import type { RequestSummary } from '../../shared/contract/requests.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { holderDocuments } from '../../shared/domain/holderDocuments.ts'
import { countOwed } from '../../shared/domain/owed.ts'
import { success } from '../../shared/result.ts'
import { listInvoices } from '../cache/queries/invoices.ts'
import type { Clock } from '../clock.ts'
import type { AccountAccess } from './accountAccess.ts'
import { requestsOf } from './filedRequests.ts'

interface SupplyParts {
  clock: Clock
  accounts: AccountAccess
}

const isOfSupply = ({ kind }: RequestSummary): boolean => kind === 'reconnection' || kind === 'holderChange'

/** Reconnection and change of holder: what the data say of the account, and what was filed already. They are filed with the other requests. */
export function createSupplyService({ clock, accounts }: SupplyParts) {
  return {
    'supply.show': ({ accountId }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const { account, zone, header, db } = opened.value
      return success({
        account: header,
        today: businessDate(clock.now(), zone.timeZone),
        totalOwed: account.balance,
        ...countOwed(listInvoices(db, accountId)),
        documents: holderDocuments(zone),
        requests: requestsOf(db, accountId).filter(isOfSupply),
      })
    },
  } satisfies HandlersOf<'supply'>
}
