import { fullNumber } from '../../../shared/domain/accountNumber.ts'
import { formatDate, formatDates } from '../../../shared/domain/dates.ts'
import { holderName } from '../../../shared/domain/holder.ts'
import { maskName } from '../../../shared/domain/masking.ts'
import { isOverdue, owedStanding } from '../../../shared/domain/invoiceStanding.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { oldestFirst, payByOf, totalOwed } from '../../../shared/domain/owed.ts'
import { carriesAmount, inGroups } from '../../../shared/domain/paymentReference.ts'
import type { Account, Bank, Invoice, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Bars } from '../barcodes.ts'
import { type Labelled, labelled } from '../labelled.ts'
import { accountLabel } from '../named.ts'
import type { PrintedOn } from '../printedOn.ts'
import { type Issuer, issuerOf, type PageSize, pageOf } from '../letterhead.ts'
import { printable } from '../printable.ts'
import { dueOf } from '../standingWords.ts'
import { wordsOf } from '../commonWords.ts'
import { type PaperLocale, paperLocale } from '../paperLocale.ts'
import { type Coupon, couponsOf } from './coupons.ts'
import { slipWords } from './slipWords.ts'

/** What is cut off and left at the till. */
export interface SlipCoupon {
  amount: string
  payBy: string
  /** Their numbers as printed. */
  invoices: string
  /** In groups; null where the utility gives none. */
  reference: string | null
  bars: Bars | null
  /** ITF's bars stand between two others, so that a slanted reading does not end half-way. */
  bearers: boolean
  /** Why there are no bars, and what to do. */
  note: string | null
}

/** Everything that stands on a payment slip, in ready words. */
export interface SlipModel {
  locale: PaperLocale
  page: PageSize
  issuer: Issuer
  printedOn: PrintedOn
  /** Of the second copy on. */
  printed: string
  place: string
  /** Whose part is cut off. */
  cut: string
  agreement: Labelled | null
  total: string
  payBy: string
  /** Account and holder. */
  facts: Labelled[]
  /** That the account is closed. */
  note: string | null
  /** Number, period, when it is or was due, amount. */
  invoices: string[][]
  /** What to do at the till, in order. */
  steps: string[]
  /** With overdue invoices: how many they are, and until when the slip is good. */
  fresh: string | null
  coupons: SlipCoupon[]
}

export interface SlipSource {
  /** Null for the cash desk of this branch. */
  bank: Bank | null
  /** Owed, of one account. */
  invoices: Invoice[]
  account: Account
  zone: Zone
  /** Null: not printed yet. */
  copyNumber: number | null
  printedOn: PrintedOn
}

/** What the slip for a bank, a store or the branch's own desk says, in the language, money and paper of its zone. Pure. */
export function slipModel(source: SlipSource): SlipModel {
  const { bank, account, zone, printedOn } = source
  const locale = paperLocale(zone)
  const words = slipWords(locale)
  const invoices = oldestFirst(source.invoices)
  const payBy = formatDate(payByOf(invoices, printedOn.date), locale, 'long')
  const coupons = couponsOf(bank, invoices, printedOn.date)
  return {
    locale,
    page: pageOf(zone),
    issuer: issuerOf(zone, locale),
    printedOn,
    printed: printedOf(source, locale),
    place: bank ? printable(bank.name) : words.desk,
    cut: words.cut(bank ? printable(bank.name) : words.deskPart),
    agreement: labelled([[words.agreement, bank?.agreementNumber]])[0] ?? null,
    total: formatMoney(totalOwed(invoices), zone.currency, locale),
    payBy,
    facts: labelled([
      [accountLabel(zone, words.accountNumber), fullNumber(account)],
      [words.holder, maskName(holderName(account.holder))],
    ]),
    note: account.status === 'closed' ? wordsOf(locale).closed : null,
    invoices: invoices.map((invoice) => rowOf(invoice, source, locale)),
    steps: stepsOf(source, coupons, locale),
    fresh: freshOf(invoices, payBy, source, locale),
    coupons: coupons.map((coupon) => describe(coupon, source, locale)),
  }
}

function printedOf({ copyNumber, printedOn }: SlipSource, locale: PaperLocale): string {
  const words = slipWords(locale)
  const date = formatDate(printedOn.date, locale, 'numeric')
  return copyNumber !== null && copyNumber > 1 ? words.copy(copyNumber, date, printedOn.time) : words.printed(date, printedOn.time)
}

function freshOf(invoices: Invoice[], payBy: string, { printedOn }: SlipSource, locale: PaperLocale): string | null {
  const words = slipWords(locale)
  const late = invoices.filter((invoice) => isOverdue(invoice, printedOn.date)).length
  return late === 0 ? null : `${words.overdue(late, invoices.length)} ${words.fresh(payBy)}`
}

/** The column says already that it is about the date due. */
function dueText(invoice: Invoice, today: string, locale: PaperLocale): string {
  const standing = owedStanding(invoice, today)
  const { label, value } = dueOf(standing, locale, 'short')
  if (standing.kind === 'due') return value
  return standing.kind === 'dueToday' ? label : `${label} ${value}`
}

const rowOf = (invoice: Invoice, { zone, printedOn }: SlipSource, locale: PaperLocale): string[] => [
  printable(invoice.number),
  formatDates(invoice.periodStart, invoice.periodEnd, locale),
  dueText(invoice, printedOn.date, locale),
  formatMoney(invoice.balance, zone.currency, locale),
]

function stepsOf({ bank, zone }: SlipSource, coupons: Coupon[], locale: PaperLocale): string[] {
  const words = slipWords(locale)
  const company = printable(zone.company)
  const agreement = printable(bank?.agreementNumber ?? '')
  const amounts = coupons.map(({ charge }) => formatMoney(charge.amount, zone.currency, locale))
  const silent = bank !== null && !carriesAmount(bank.slip)
  return [
    ...(bank === null ? [] : [agreement === '' ? words.say(company) : words.sayAgreement(company, agreement)]),
    ...(coupons.length > 1 ? [words.coupons(coupons.length)] : []),
    ...(coupons.some(({ bars }) => bars.ok) ? [words.handOver] : []),
    ...(silent ? [words.sayAmount(amounts.join(' + '))] : []),
    words.keep,
  ]
}

function describe({ invoices, charge, reference, bars }: Coupon, { bank, zone }: SlipSource, locale: PaperLocale): SlipCoupon {
  const words = slipWords(locale)
  const shown = reference.ok ? reference.value : charge.reference
  return {
    amount: formatMoney(charge.amount, zone.currency, locale),
    payBy: formatDate(charge.payBy, locale, 'long'),
    invoices: invoices.map(({ number }) => printable(number)).join(', '),
    reference: shown ? inGroups(printable(shown)) : null,
    bars: bars.ok ? bars.value : null,
    bearers: bank?.slip?.symbology === 'itf',
    note: bars.ok ? null : [words.counter(words.noBars[bars.reason]), ...(shown ? [words.dictate] : [])].join(' '),
  }
}
