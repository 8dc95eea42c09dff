import { fullNumber } from '../../../shared/domain/accountNumber.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { owedStanding } from '../../../shared/domain/invoiceStanding.ts'
import { totalOwed } from '../../../shared/domain/owed.ts'
import type { Account, Invoice, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import type { PrintedOn } from '../printedOn.ts'
import { type Labelled, labelled } from '../labelled.ts'
import { type Issuer, issuerOf } from '../letterhead.ts'
import { accountLabel, invoiceLabel } from '../named.ts'
import { printable } from '../printable.ts'
import { dueOf } from '../standingWords.ts'
import { wordsOf } from '../commonWords.ts'
import { type PaperLocale, paperLocale } from '../paperLocale.ts'
import { ticketWords } from './ticketWords.ts'

export interface CashInvoice {
  number: Labelled
  owed: string
  due: Labelled
  /** As the cash desk's scanner must read it; null where the utility gave none. */
  reference: string | null
}

/** What is paid at the cash desk of this branch, in ready words. No name: the account and its invoices tell the cashier enough. */
export interface CashModel {
  locale: PaperLocale
  issuer: Issuer
  /** Null until the utility has said which branch this is. */
  branch: string | null
  account: Labelled
  invoices: CashInvoice[]
  total: Labelled
  /** That the account is closed. */
  note: string | null
  printed: string
}

export interface CashSource {
  account: Account
  zone: Zone
  branch: string | null
  /** Each owed. */
  invoices: readonly Invoice[]
  printedOn: PrintedOn
  /** Where the zone is, which may be another day than at the branch. */
  today: string
}

/** Pure. */
export function cashModel({ account, zone, branch, invoices, printedOn, today }: CashSource): CashModel {
  const locale = paperLocale(zone)
  const words = wordsOf(locale)
  const { cash } = ticketWords(locale)
  const money = (minor: number): string => formatMoney(minor, zone.currency, locale)
  const [named] = labelled([[accountLabel(zone, words.accountNumber), fullNumber(account)]])
  return {
    locale,
    issuer: issuerOf(zone, locale),
    branch: branch && printable(branch),
    account: named ?? { label: words.accountNumber, value: '' },
    invoices: invoices.map((invoice) => ({
      number: { label: printable(invoiceLabel(zone, cash.invoice)), value: printable(invoice.number) },
      owed: money(invoice.balance),
      due: dueOf(owedStanding(invoice, today), locale, 'short'),
      reference: invoice.paymentReference || null,
    })),
    total: { label: words.totalDue, value: money(totalOwed(invoices)) },
    note: account.status === 'closed' ? words.closed : null,
    printed: cash.printed(formatDate(printedOn.date, locale, 'numeric'), printedOn.time),
  }
}
