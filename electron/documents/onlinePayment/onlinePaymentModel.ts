import type { OnlinePaymentState } from '../../../shared/contract/onlinePayments.ts'
import { fullNumber } from '../../../shared/domain/accountNumber.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import type { Account, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import type { OpenedPayment } from '../../cache/queries/onlinePayments.ts'
import { isOtherAmount } from '../../onlinePayments/standing.ts'
import { pageName } from '../../api/pageName.ts'
import { type Labelled, labelled } from '../labelled.ts'
import { type Issuer, issuerOf, type PageSize, pageOf } from '../letterhead.ts'
import { accountLabel } from '../named.ts'
import { type PaperLocale, paperLocale } from '../paperLocale.ts'
import { type PrintedOn, printedAt, printedWords } from '../printedOn.ts'
import { onlinePaymentWords } from './onlinePaymentWords.ts'

export interface OnlinePaymentSource {
  payment: OpenedPayment
  /** How it stands when it is drawn. */
  state: OnlinePaymentState
  account: Account
  zone: Zone
  copyNumber: number | null
  printedOn: PrintedOn
}

/** Everything that stands on the paper about a payment on one's own phone, in ready words. */
export interface OnlinePaymentModel {
  locale: PaperLocale
  page: PageSize
  issuer: Issuer
  printedOn: PrintedOn
  title: string
  name: string
  note: string
  state: string
  amountName: string
  amount: string
  /** Until when it can be paid; null where it cannot any more. */
  until: string | null
  facts: Labelled[]
  /** The bank's page; null where nobody is to pay by it. */
  qr: string | null
  /** How to pay by it. */
  steps: string[]
  /** What comes next, and what this paper is not. */
  about: string[]
}

/** A payment as the utility told of it last, in the language and paper of its zone. Pure. */
export function onlinePaymentModel({ payment, state, account, zone, copyNumber, printedOn }: OnlinePaymentSource): OnlinePaymentModel {
  const locale = paperLocale(zone)
  const words = onlinePaymentWords(locale)
  const isPending = state === 'pending'
  const until = printedAt(payment.expiresAt, zone.timeZone)
  // What the kiosk itself judges of it, it judges now.
  const asOf = state === payment.state ? printedAt(payment.toldAt, zone.timeZone) : printedOn
  return {
    locale,
    page: pageOf(zone),
    issuer: issuerOf(zone, locale),
    printedOn,
    title: words.title,
    name: words.name(payment.reference),
    note: printedWords(printedOn, copyNumber, locale),
    state: words.states[state],
    amountName: words.amount,
    amount: formatMoney(payment.paidAmount ?? payment.amount, zone.currency, locale),
    until: isPending ? words.until(formatDate(until.date, locale, 'long'), until.time) : null,
    facts: labelled([
      [words.bank, payment.bankName],
      [words.reference, payment.reference],
      [accountLabel(zone, words.accountNumber), fullNumber(account)],
      [words.invoices(payment.invoices.length), payment.invoices.map(({ number }) => number).join(', ')],
    ]),
    qr: isPending ? payment.checkoutUrl : null,
    steps: isPending ? words.steps(pageName(payment.checkoutUrl)) : [],
    about: [...(isOtherAmount(payment) ? words.otherAmount : words.next[state]), words.asTold(formatDate(asOf.date, locale, 'numeric'), asOf.time)],
  }
}
