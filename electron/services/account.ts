import type { AccountHeader, AccountHome, InvoiceDetail, InvoiceList } from '../../shared/contract/account.ts'
import { monthsAgainstLastYear } from '../../shared/domain/billing.ts'
import { addressLines, holderName } from '../../shared/domain/holder.ts'
import { maskAddress, maskName } from '../../shared/domain/masking.ts'
import { owedStanding } from '../../shared/domain/invoiceStanding.ts'
import { isOwed, oldestFirst } from '../../shared/domain/owed.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Account, Invoice, Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { findInvoice, listInvoices } from '../cache/queries/invoices.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { Db } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { Counter } from '../session/counter.ts'
import { conventionsOf } from './conventions.ts'
import { readStandings, type Standings } from './standings.ts'

/** *Mi cuenta* lists so many invoices at most; on a low screen it shows fewer of them. */
const MOST_LATEST = 3

interface Opened {
  account: Account
  zone: Zone
}

interface AccountParts {
  db: Db
  counter: Counter
  clock: Clock
}

/** What the person at the counter may see of the account that the session opened. */
export function createAccountService({ db, counter, clock }: AccountParts) {
  const standingsOf = ({ account, zone }: Opened): Standings => readStandings({ db, clock }, account.id, zone)

  const open = (accountId: string): Result<Opened> => {
    if (!counter.mayRead(accountId)) return failure({ code: 'not-allowed' })
    const account = findAccount(db, accountId)
    const zone = account && findZone(db, account.zoneId)
    return account && zone ? success({ account, zone }) : failure({ code: 'not-found' })
  }

  return {
    header({ accountId }: { accountId: string }): Result<AccountHeader> {
      const opened = open(accountId)
      return opened.ok ? success(describeAccount(opened.value.account, opened.value.zone)) : opened
    },

    home({ accountId }: { accountId: string }): Result<AccountHome> {
      const opened = open(accountId)
      if (!opened.ok) return opened
      const { person } = counter.current()
      const identified = person.kind === 'invoiceHolder' ? findInvoice(db, person.invoiceId) : null
      return success(describeHome(opened.value, listInvoices(db, accountId), identified, standingsOf(opened.value)))
    },

    invoices({ accountId }: { accountId: string }): Result<InvoiceList> {
      const opened = open(accountId)
      if (!opened.ok) return opened
      const invoices = listInvoices(db, accountId)
      const account = describeAccount(opened.value.account, opened.value.zone)
      const { summarise } = standingsOf(opened.value)
      return success({ account, invoices: invoices.map(summarise), months: monthsAgainstLastYear(invoices) })
    },

    invoice({ invoiceId }: { invoiceId: string }): Result<InvoiceDetail> {
      const invoice = findInvoice(db, invoiceId)
      // One answer for an invoice that does not exist and for one that is somebody else's.
      if (!invoice) return failure({ code: 'not-allowed' })
      const opened = open(invoice.accountId)
      return opened.ok ? success(describeInvoice(opened.value, invoice, standingsOf(opened.value))) : opened
    },
  }
}

function describeHome({ account, zone }: Opened, invoices: Invoice[], identified: Invoice | null, { today, summarise }: Standings): AccountHome {
  const pending = oldestFirst(invoices.filter(isOwed))
  const [oldestOwed] = pending
  const dueFirst = pending.map(({ dueOn }) => dueOn).sort()[0]
  return {
    account: describeAccount(account, zone),
    totalOwed: account.balance,
    pendingInvoices: pending.length,
    nextDue: dueFirst === undefined ? null : owedStanding({ dueOn: dueFirst }, today),
    oldestOwed: oldestOwed ? summarise(oldestOwed) : null,
    identified: identified && summarise(identified),
    latest: invoices.slice(0, MOST_LATEST).map(summarise),
  }
}

/** An invoice in the hand proves one account, not who holds it: name and address are masked. */
function describeAccount(account: Account, zone: Zone): AccountHeader {
  return {
    id: account.id,
    zoneId: account.zoneId,
    number: account.number,
    checkDigit: account.checkDigit ?? null,
    status: account.status,
    holderName: maskName(holderName(account.holder)),
    supplyAddress: addressLines(account.supplyAddress).slice(0, 2).map(maskAddress).join(', '),
    conventions: conventionsOf(zone),
  }
}

function describeInvoice({ account, zone }: Opened, invoice: Invoice, { summarise }: Standings): InvoiceDetail {
  return {
    account: describeAccount(account, zone),
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
