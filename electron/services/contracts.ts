import type { ContractList, ContractSummary } from '../../shared/contract/contracts.ts'
import type { HandlersOf } from '../../shared/contract/index.ts'
import { countOwed, type KnownInvoice } from '../../shared/domain/owed.ts'
import { success } from '../../shared/result.ts'
import { listInvoices } from '../cache/queries/invoices.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { Counter } from '../session/counter.ts'
import { accountsOf, identifyingInvoice } from '../session/person.ts'
import type { AccountAccess, OpenedAccount } from './accountAccess.ts'
import { readStandings } from './standings.ts'

interface ContractsParts {
  db: ReadableDb
  clock: Clock
  counter: Pick<Counter, 'current'>
  accounts: AccountAccess
}

/** An account that is there, with its invoices. */
interface Present extends OpenedAccount {
  invoices: KnownInvoice[]
}

/** Every account that the session may read, however it was opened, each by the rules and the date of its own zone. */
export function createContractsService({ db, clock, counter, accounts }: ContractsParts) {
  function present(accountId: string): Present[] {
    const opened = accounts.open(accountId)
    return opened.ok ? [{ ...opened.value, invoices: listInvoices(db, accountId) }] : []
  }
  function describe({ account, zone, header, invoices }: Present): ContractSummary {
    const last = invoices.find(({ status }) => status !== 'cancelled')
    const identifiedBy = identifyingInvoice(counter.current().person, account.id)
    return { account: header, totalOwed: account.balance, last: last ? readStandings({ db, clock }, account.id, zone).summarise(last) : null, identifiedBy }
  }

  return {
    'contracts.list': () => {
      const ids = accountsOf(counter.current().person)
      const found = ids.flatMap(present)
      return success({ contracts: found.map(describe), withdrawn: ids.length - found.length, total: totalOf(found) })
    },
  } satisfies HandlersOf<'contracts'>
}

function totalOf(found: readonly Present[]): ContractList['total'] {
  const [first, ...others] = found
  if (!first || others.length === 0 || others.some(({ zone }) => zone.currency !== first.zone.currency)) return null
  const owed = found.reduce((sum, { account }) => sum + Math.max(0, account.balance), 0)
  return { owed, outdatedInvoices: countOwed(found.flatMap(({ invoices }) => invoices)).outdatedInvoices, conventions: first.header.conventions }
}
