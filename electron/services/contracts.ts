import type { ContractList, ContractSummary } from '../../shared/contract/contracts.ts'
import type { HandlersOf } from '../../shared/contract/index.ts'
import { countOwed } from '../../shared/domain/owed.ts'
import { success } from '../../shared/result.ts'
import { listInvoices } from '../cache/queries/invoices.ts'
import type { Clock } from '../clock.ts'
import type { VisitAccounts } from '../customers/visitAccounts.ts'
import type { Counter } from '../session/counter.ts'
import { accountsOf, identifyingInvoice } from '../session/person.ts'
import type { AccountAccess } from './accountAccess.ts'
import { canPayTogether, payTogetherOf, type Present } from './payTogether.ts'
import { readStandings } from './standings.ts'

interface ContractsParts {
  clock: Clock
  counter: Pick<Counter, 'current'>
  accounts: AccountAccess
  /** Those of whoever is signed in that are read for the visit. */
  visiting: Pick<VisitAccounts, 'read' | 'first' | 'standing'>
}

/** Every account that the session may read, however it was opened, each by the rules and the date of its own zone. */
export function createContractsService({ clock, counter, accounts, visiting }: ContractsParts) {
  function present(accountId: string): Present[] {
    const opened = accounts.open(accountId)
    return opened.ok ? [{ ...opened.value, invoices: listInvoices(opened.value.db, accountId) }] : []
  }
  function describe({ account, zone, header, invoices, db }: Present): ContractSummary {
    const last = invoices.find(({ status }) => status !== 'cancelled')
    const identifiedBy = identifyingInvoice(counter.current().person, account.id)
    return { account: header, totalOwed: account.balance, last: last ? readStandings({ db, clock }, account.id, zone).summarise(last) : null, identifiedBy }
  }

  return {
    'contracts.list': () => {
      const ids = accountsOf(counter.current().person)
      const found = ids.flatMap(present)
      const { coming, again } = visiting.standing()
      return success({
        contracts: found.map(describe),
        withdrawn: ids.length - found.length - coming,
        coming,
        again,
        total: totalOf(found),
        canPayTogether: canPayTogether(found),
      })
    },
    'contracts.readAgain': async () => {
      visiting.read()
      await visiting.first()
      return success({})
    },
    'contracts.toPay': () => success(payTogetherOf(accountsOf(counter.current().person).flatMap(present), clock)),
  } satisfies HandlersOf<'contracts'>
}

function totalOf(found: readonly Present[]): ContractList['total'] {
  const [first, ...others] = found
  if (!first || others.length === 0 || others.some(({ zone }) => zone.currency !== first.zone.currency)) return null
  const owed = found.reduce((sum, { account }) => sum + Math.max(0, account.balance), 0)
  return { owed, outdatedInvoices: countOwed(found.flatMap(({ invoices }) => invoices)).outdatedInvoices, conventions: first.header.conventions }
}
