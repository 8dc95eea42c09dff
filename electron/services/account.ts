import type { AccountHome, InvoiceDetail } from '../../shared/contract/account.ts'
import type { HandlersOf } from '../../shared/contract/index.ts'
import { monthsAgainstLastYear } from '../../shared/domain/billing.ts'
import { owedStanding } from '../../shared/domain/invoiceStanding.ts'
import { countOwed, isOwed, oldestFirst, type KnownInvoice } from '../../shared/domain/owed.ts'
import { failure, success } from '../../shared/result.ts'
import { findInvoice, listInvoices } from '../cache/queries/invoices.ts'
import { accountNotices } from '../cache/queries/notices.ts'
import type { Clock } from '../clock.ts'
import type { Counter } from '../session/counter.ts'
import { identifyingInvoice, type Person } from '../session/person.ts'
import type { AccountAccess, OpenedAccount } from './accountAccess.ts'
import { compareBill, usedYearAgo } from './billComparisons.ts'
import { describeNotice } from './notices.ts'
import { readStandings, type Standings } from './standings.ts'

/** *Mi cuenta* lists so many invoices at most; on a low screen it shows fewer of them. */
const MOST_LATEST = 3

interface AccountParts {
  clock: Clock
  counter: Pick<Counter, 'current'>
  accounts: AccountAccess
}

/** What the person at the counter may see of an account that the session may read. */
export function createAccountService({ clock, counter, accounts }: AccountParts) {
  const standingsOf = ({ account, zone, db }: OpenedAccount): Standings => readStandings({ db, clock }, account.id, zone)
  function noticesFor({ account, db }: OpenedAccount, on: string): AccountHome['notices'] {
    const { newest, more } = accountNotices(db, { accountId: account.id, on })
    return { newest: newest.map(describeNotice), more }
  }

  return {
    'account.home': ({ accountId }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const { db } = opened.value
      const identifying = identifyingInvoice(counter.current().person, accountId)
      const invoices = listInvoices(db, accountId)
      const identified = identifying === null ? firstToShow(counter.current().person, invoices) : findInvoice(db, identifying)
      const standings = standingsOf(opened.value)
      const home = describeHome(opened.value, invoices, identified, standings)
      return success({ ...home, notices: noticesFor(opened.value, standings.today) })
    },

    'account.invoices': ({ accountId }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const invoices = listInvoices(opened.value.db, accountId)
      const { summarise } = standingsOf(opened.value)
      return success({ account: opened.value.header, invoices: invoices.map(summarise), months: monthsAgainstLastYear(invoices) })
    },

    'account.invoice': ({ invoiceId }) => {
      const invoice = accounts.find((db) => findInvoice(db, invoiceId))
      // One answer for an invoice that does not exist and for one that is somebody else's.
      if (!invoice) return failure({ code: 'not-allowed' })
      const opened = accounts.open(invoice.accountId)
      if (!opened.ok) return opened
      const all = listInvoices(opened.value.db, invoice.accountId)
      const beside = { comparisons: compareBill(invoice, all, opened.value.zone.currency), yearAgo: usedYearAgo(invoice, all) }
      return success({ ...describeInvoice(opened.value, invoice, standingsOf(opened.value)), ...beside })
    },
  } satisfies HandlersOf<'account'>
}

/** Whoever signed in holds no bill in the hand: the newest that still counts stands there. */
const firstToShow = ({ kind }: Person, invoices: KnownInvoice[]): KnownInvoice | null =>
  kind === 'customer' ? (invoices.find(({ status }) => status !== 'cancelled') ?? null) : null

function describeHome(
  { account, header }: OpenedAccount,
  invoices: KnownInvoice[],
  identified: KnownInvoice | null,
  { today, summarise }: Standings,
): Omit<AccountHome, 'notices'> {
  const pending = oldestFirst(invoices.filter(isOwed))
  const [oldestOwed] = pending
  const dueFirst = pending.map(({ dueOn }) => dueOn).sort()[0]
  return {
    account: header,
    totalOwed: account.balance,
    ...countOwed(invoices),
    nextDue: dueFirst === undefined ? null : owedStanding({ dueOn: dueFirst }, today),
    oldestOwed: oldestOwed ? summarise(oldestOwed) : null,
    identified: identified && summarise(identified),
    latest: invoices.slice(0, MOST_LATEST).map(summarise),
  }
}

function describeInvoice({ account, header }: OpenedAccount, invoice: KnownInvoice, { summarise }: Standings): Omit<InvoiceDetail, 'comparisons' | 'yearAgo'> {
  return {
    account: header,
    invoice: summarise(invoice),
    consumption: invoice.consumption,
    conversionFactor: invoice.conversionFactor ?? null,
    billedUnit: invoice.billedUnit ?? null,
    previousReading: invoice.previousReading ?? null,
    currentReading: invoice.currentReading ?? null,
    meterNumber: account.meterNumber,
    tariff: account.tariff,
    lines: invoice.lines.map(({ description, quantity = null, unit = null, unitPrice = null, amount }) => ({
      description,
      quantity,
      unit,
      unitPrice,
      amount,
    })),
    taxes: invoice.taxes,
  }
}
