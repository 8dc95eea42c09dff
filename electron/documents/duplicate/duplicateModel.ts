import { fullNumber } from '../../../shared/domain/accountNumber.ts'
import { formatDate, formatDates } from '../../../shared/domain/dates.ts'
import { addressLines, holderName } from '../../../shared/domain/holder.ts'
import { isToPay, standingOf } from '../../../shared/domain/invoiceStanding.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import type { KnownInvoice } from '../../../shared/domain/owed.ts'
import type { InvoiceStanding } from '../../../shared/contract/account.ts'
import type { Account, Invoice, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { code128 } from '../barcodes.ts'
import { type Issuer, issuerOf, type PageSize, pageOf } from '../letterhead.ts'
import { printable } from '../printable.ts'
import { dueOf, stampOf } from '../standingWords.ts'
import type { Rendition } from '../documentType.ts'
import type { PrintedOn } from '../printedOn.ts'
import { wordsOf } from '../commonWords.ts'
import { type PaperLocale, paperLocale } from '../paperLocale.ts'
import { type Consumption, consumptionOf } from './consumption.ts'
import { type Charges, chargesOf } from './charges.ts'
import { type Fiscal, fiscalOf, partiesOf } from './fiscalModel.ts'
import { type Labelled, type Writing, labelled } from '../labelled.ts'
import { accountLabel, invoiceLabel } from '../named.ts'
import { maskedAccount, maskedInvoice } from './masked.ts'
import { type Readings, readingsOf } from './readingsModel.ts'

/** Everything that stands on a duplicate, in ready words: what is shown, printed and saved is made from this alone. */
export interface DuplicateModel {
  locale: PaperLocale
  page: PageSize
  printedOn: PrintedOn
  /** What it is: a duplicate, or the preview of one. */
  mark: string
  /** Which copy, and when it was printed. */
  copy: string
  /** Set large across every sheet of a preview. */
  watermark: string | null
  issuer: Issuer
  emergencyPhone: string | null
  holder: string
  supplyAddress: string[]
  /** Account, invoice number, period, date of issue, meter, tariff. */
  facts: Labelled[]
  invoiceNumber: string
  /** What the zone calls it. */
  invoiceLabel: string
  amount: { label: string; text: string; due: Labelled | null }
  /** Outside what is fiscal, of an invoice that is not to be paid, or not by this paper: `PAGADA`, `MODIFICADA`. */
  stamp: string | null
  /** What else is to be said of the amount: when it was paid, that it need not be, or of how much it is what is left. */
  amountNote: string | null
  /** That the account is closed. */
  accountNote: string | null
  readings: Readings
  charges: Charges
  /** Its reference is null where the feed's was too long to be kept. */
  payment: { reference: string | null; barcode: boolean } | null
  consumption: Consumption
  fiscal: Fiscal | null
  parties: Labelled[]
}

export interface DuplicateSource {
  invoice: KnownInvoice
  account: Account
  zone: Zone
  /** When it was paid last, where the utility tells. */
  paidOn?: string | null
  /** Invoices of the account, in any order. */
  history: Invoice[]
  rendition: Rendition
  printedOn: PrintedOn
}

/** What the duplicate of an invoice says, in the language, money and paper of its zone; a preview says what it is. Pure. */
export function duplicateModel(source: DuplicateSource): DuplicateModel {
  const { zone, history, rendition, printedOn } = source
  const invoice = rendition.masked ? maskedInvoice(source.invoice) : source.invoice
  const account = rendition.masked ? maskedAccount(source.account) : source.account
  const locale = paperLocale(zone)
  const standing = standingOf(invoice, printedOn.date, source.paidOn)
  const writing: Writing = { locale, currency: zone.currency, timeZone: zone.timeZone, unit: printable(zone.unit) }
  return {
    locale,
    page: pageOf(zone),
    printedOn,
    ...markOf(rendition, printedOn, locale),
    issuer: issuerOf(zone, locale),
    emergencyPhone: zone.emergencyPhone ? printable(zone.emergencyPhone) : null,
    holder: printable(holderName(account.holder)),
    supplyAddress: addressLines(account.supplyAddress).map(printable),
    facts: factsOf(invoice, account, zone, writing),
    invoiceNumber: printable(invoice.number),
    invoiceLabel: printable(invoiceLabel(zone, wordsOf(locale).control)),
    amount: amountOf(invoice, standing, writing),
    stamp: stampOf(standing, locale),
    amountNote: amountNoteOf(invoice, standing, writing),
    accountNote: account.status === 'closed' ? wordsOf(locale).closed : null,
    readings: readingsOf(invoice, writing),
    charges: chargesOf(invoice, writing),
    payment: isToPay(standing) ? paymentOf(invoice) : null,
    consumption: consumptionOf(invoice, history, writing),
    fiscal: fiscalOf(invoice, writing),
    parties: partiesOf(invoice, { name: zone.issuer.legalName, taxId: zone.issuer.taxId }, holderName(account.holder), writing),
  }
}

function markOf(rendition: Rendition, { date, time }: PrintedOn, locale: PaperLocale): Pick<DuplicateModel, 'mark' | 'copy' | 'watermark'> {
  const { purpose, copyNumber } = rendition
  const words = wordsOf(locale)
  const isPreview = purpose === 'preview'
  return {
    mark: isPreview ? words.preview : words.duplicate,
    copy: copyNumber === null ? words.notACopy : words.copy(copyNumber, formatDate(date, locale, 'numeric'), time),
    watermark: isPreview ? words.preview : null,
  }
}

function factsOf(invoice: Invoice, account: Account, zone: Zone, { locale }: Writing): Labelled[] {
  const words = wordsOf(locale)
  return labelled([
    [accountLabel(zone, words.accountNumber), fullNumber(account)],
    [invoiceLabel(zone, words.control), invoice.number],
    [words.period, formatDates(invoice.periodStart, invoice.periodEnd, locale)],
    [words.issuedOn, formatDate(invoice.issuedOn, locale, 'short')],
    [words.meter, account.meterNumber],
    [words.tariff, account.tariff],
  ])
}

function amountOf({ total, balance }: Invoice, standing: InvoiceStanding, { locale, currency }: Writing): DuplicateModel['amount'] {
  const words = wordsOf(locale)
  const money = (minor: number): string => formatMoney(Math.abs(minor), currency, locale)
  if (isToPay(standing)) return { label: words.totalDue, text: money(balance), due: dueOf(standing, locale, 'long') }
  const { invoiceAmount, credit, creditNote, totalDue } = words
  const labels = { paid: invoiceAmount, cancelled: invoiceAmount, outdated: invoiceAmount, credit, creditNote, nothing: totalDue }
  return { label: labels[standing.kind], text: money(total), due: null }
}

function amountNoteOf({ total, balance }: Invoice, standing: InvoiceStanding, { locale, currency }: Writing): string | null {
  const words = wordsOf(locale)
  if (isToPay(standing)) return balance === total ? null : `${words.invoiceAmount}: ${formatMoney(total, currency, locale)}`
  if (standing.kind === 'paid' && standing.on !== null) return words.paidOn(formatDate(standing.on, locale, 'long'))
  return standing.kind === 'outdated' ? words.outdated : words.nothingToPay
}

function paymentOf({ paymentReference }: Invoice): DuplicateModel['payment'] {
  if (paymentReference === '') return { reference: null, barcode: false }
  const reference = paymentReference ? printable(paymentReference) : ''
  if (reference === '') return null
  // Of the reference as it came: one that had to be changed to be printed must not be carried.
  return { reference, barcode: paymentReference !== undefined && code128(paymentReference) !== null }
}
