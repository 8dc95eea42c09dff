import { fullNumber } from '../../../shared/domain/accountNumber.ts'
import { billedMonth } from '../../../shared/domain/billing.ts'
import { countedAs } from '../../../shared/domain/creditNote.ts'
import { formatDate, formatMonth } from '../../../shared/domain/dates.ts'
import { holderName } from '../../../shared/domain/holder.ts'
import { standingOf, totalBeside } from '../../../shared/domain/invoiceStanding.ts'
import { maskName } from '../../../shared/domain/masking.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import type { Account, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { asOfSentence } from '../asOf.ts'
import type { Rendition } from '../documentType.ts'
import { type Labelled, labelled } from '../labelled.ts'
import { type Issuer, issuerOf, type PageSize, pageOf } from '../letterhead.ts'
import { accountLabel } from '../named.ts'
import { type PaperLocale, paperLocale } from '../paperLocale.ts'
import { printable } from '../printable.ts'
import { type PrintedOn, printedWords } from '../printedOn.ts'
import { paymentProofWords } from './paymentProofWords.ts'
import type { PaymentRecord } from './readPayments.ts'

/** What a proof is made of. */
export interface PaymentProofSource {
  record: PaymentRecord
  account: Account
  zone: Zone
  rendition: Pick<Rendition, 'masked' | 'copyNumber'>
  printedOn: PrintedOn
  /** When the utility's data were as they are here; null where that is not known. */
  asOf: PrintedOn | null
}

interface PaidRow {
  number: string
  month: string
  total: string
  standing: string
}

/** Everything that stands on the proof of a payment, in ready words. */
export interface PaymentProofModel {
  locale: PaperLocale
  page: PageSize
  issuer: Issuer
  printedOn: PrintedOn
  accountNumber: string
  title: string
  /** The document's own. */
  name: string
  note: string
  amountName: string
  amount: string
  paidOn: string
  /** What must not be overlooked: the payment was taken back, or has changed. */
  warning: string | null
  facts: Labelled[]
  invoicesName: string
  invoices: PaidRow[]
  /** Null of one alone, and where one of them is not known here. */
  sum: string | null
  /** Said below the invoices. */
  remark: string | null
  /** What this paper is, and what it is not. */
  about: string[]
}

/** What the utility has recorded of a payment, in the language and paper of its zone. Pure. */
export function paymentProofModel(source: PaymentProofSource): PaymentProofModel {
  const { record, account, zone, printedOn } = source
  const locale = paperLocale(zone)
  const words = paymentProofWords(locale)
  const { amount, paidOn } = record.payment
  const isPayment = amount >= 0
  const day = formatDate(paidOn, locale, 'long')
  return {
    locale,
    page: pageOf(zone),
    issuer: issuerOf(zone, locale),
    printedOn,
    accountNumber: printable(fullNumber(account)),
    title: words.titles[isPayment ? 'payment' : 'return'],
    name: words.names[isPayment ? 'payment' : 'return'](printable(fullNumber(account))),
    note: printedWords(printedOn, source.rendition.copyNumber, locale),
    amountName: isPayment ? words.amount : words.takenBack,
    amount: formatMoney(Math.abs(amount), zone.currency, locale),
    paidOn: isPayment ? words.paidOn(day) : words.takenBackOn(day),
    warning: warningOf(record, locale),
    facts: factsOf(source, locale),
    invoicesName: isPayment ? words.invoices : words.invoicesTakenBack,
    invoices: record.invoices.map((invoice) => rowOf(invoice, source, locale)),
    ...sumOf(source, locale),
    about: [asOfSentence(source.asOf, locale), words.notInstead],
  }
}

function warningOf({ standing }: PaymentRecord, locale: PaperLocale): string | null {
  const words = paymentProofWords(locale)
  if (standing.kind === 'recorded') return null
  return 'on' in standing ? words[standing.kind](formatDate(standing.on, locale, 'long')) : words[standing.kind]
}

function factsOf({ record, account, zone, rendition }: PaymentProofSource, locale: PaperLocale): Labelled[] {
  const words = paymentProofWords(locale)
  const holder = holderName(account.holder)
  return labelled([
    [accountLabel(zone, words.accountNumber), fullNumber(account)],
    [words.holder, rendition.masked ? maskName(holder) : holder],
    [record.payment.amount < 0 ? words.wayBack : words.way, words.ways[record.paidAt.way](record.paidAt.place)],
    [words.reference, record.reference],
  ])
}

function rowOf({ number, known }: PaymentRecord['invoices'][number], { zone, printedOn }: PaymentProofSource, locale: PaperLocale): PaidRow {
  const words = paymentProofWords(locale)
  if (!known) return { number: printable(number), month: '–', total: '–', standing: words.notHere }
  const standing = standingOf(known, printedOn.date)
  return {
    number: printable(number),
    month: formatMonth(billedMonth(known), locale, 'long', true),
    // What an outdated one comes to is not known any more.
    total: known.outdated ? '–' : formatMoney(totalBeside({ standing, total: known.total }), zone.currency, locale),
    standing: words.standings[standing.kind],
  }
}

/** No sum of what is not known whole; and what the figures do not say is said. */
function sumOf({ record, zone }: PaymentProofSource, locale: PaperLocale): Pick<PaymentProofModel, 'sum' | 'remark'> {
  const words = paymentProofWords(locale)
  const { invoices, payment } = record
  const isPayment = payment.amount >= 0
  if (invoices.length === 0) return { sum: null, remark: isPayment ? words.noInvoices : null }
  const known = invoices.flatMap(({ known: invoice }) => (invoice && !invoice.outdated ? [invoice] : []))
  if (known.length < invoices.length) return { sum: null, remark: null }
  const counted = known.filter(({ status }) => status !== 'cancelled')
  const sum = counted.reduce((total, invoice) => total + countedAs(invoice, invoice.total), 0)
  return {
    sum: invoices.length > 1 ? formatMoney(sum, zone.currency, locale) : null,
    remark: !isPayment || sum === payment.amount ? null : words.differs[invoices.length > 1 ? 'several' : 'one'],
  }
}
