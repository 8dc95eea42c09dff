import { MOST_AGREEMENTS, MOST_INSTALLMENTS } from '../../shared/contract/agreements.ts'
import type { HandlersOf } from '../../shared/contract/index.ts'
import { describeAgreement, withNearest } from '../../shared/domain/agreements.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { success } from '../../shared/result.ts'
import { countAgreements, listAgreements } from '../cache/queries/agreements.ts'
import type { Clock } from '../clock.ts'
import type { AccountAccess } from './accountAccess.ts'

interface AgreementParts {
  clock: Clock
  accounts: AccountAccess
}

/** The payment agreements of an account that the session may read. */
export function createAgreementService({ clock, accounts }: AgreementParts) {
  return {
    'agreements.list': ({ accountId }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const { header, zone, db } = opened.value
      const today = businessDate(clock.now(), zone.timeZone)
      const agreements = listAgreements(db, accountId, MOST_AGREEMENTS).map((each) => withNearest(describeAgreement(each, today), MOST_INSTALLMENTS))
      return success({ account: header, count: countAgreements(db, accountId), agreements })
    },
  } satisfies HandlersOf<'agreements'>
}
