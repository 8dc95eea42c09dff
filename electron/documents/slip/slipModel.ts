import { fullNumber } from '../../../shared/domain/accountNumber.ts'
import { formatDate, formatDates } from '../../../shared/domain/dates.ts'
import { addressLines, holderName } from '../../../shared/domain/holder.ts'
import { maskAddress, maskName } from '../../../shared/domain/masking.ts'
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
  /** Whose it is: account and holder; of several contracts, account and where it is supplied. */
  facts: Labelled[]
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

/** What is paid of one contract. */
export interface SlipContract {
  /** Account, where it is supplied, and what it comes to; null on a slip of one contract. */
  head: { name: string; total: string } | null
  /** Of each invoice number, period, when it is or was due, amount. */
  invoices: string[][]
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
  /** Account and holder; none on a slip of several contracts. */
  facts: Labelled[]
  /** That the account is closed. */
  note: string | null
  contracts: SlipContract[]
  /** What to do at the till, in order. */
  steps: string[]
  /** With overdue invoices: how many they are, and until when the slip is good. */
  fresh: string | null
  coupons: SlipCoupon[]
}

interface PaidContract {
  account: Account
  /** Owed. */
  invoices: readonly Invoice[]
}

export interface SlipSource {
  /** Null for the cash desk of this branch. */
  bank: Bank | null
  /** One, or several of the zone. */
  contracts: readonly PaidContract[]
  zone: Zone
  /** Null: not printed yet. */
  copyNumber: number | null
  printedOn: PrintedOn
}

/** What the slip for a bank, a store or the branch's own desk says, in the language, money and paper of its zone. Pure. */
export function slipModel(source: SlipSource): SlipModel {
  const { bank, zone, printedOn } = source
  const locale = paperLocale(zone)
  const words = slipWords(locale)
  const invoices = source.contracts.flatMap((contract) => contract.invoices)
  const payBy = formatDate(payByOf(invoices, printedOn.date), locale, 'long')
  const parts = source.contracts.flatMap((contract) => partsOf(contract, source))
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
    ...whoseOf(source, locale),
    contracts: source.contracts.map((contract) => contractOf(contract, source, locale)),
    steps: stepsOf(source, parts, locale),
    fresh: freshOf(invoices, payBy, source, locale),
    coupons: parts.map((part) => describe(part, source, locale)),
  }
}

/** A part to cut off, with the contract that it pays. */
interface Part extends Coupon {
  account: Account
}

/** A reference names an invoice of one account: what is paid of each has parts of its own. */
const partsOf = ({ account, invoices }: PaidContract, { bank, printedOn }: SlipSource): Part[] =>
  couponsOf(bank, invoices, printedOn.date).map((coupon) => ({ ...coupon, account }))

/** A single contract is named above the list; several are in it. */
function whoseOf({ contracts: [first, ...others], zone }: SlipSource, locale: PaperLocale): Pick<SlipModel, 'facts' | 'note'> {
  if (!first || others.length > 0) return { facts: [], note: null }
  return { facts: factsOf(first.account, zone, locale), note: first.account.status === 'closed' ? wordsOf(locale).closed : null }
}

const accountOf = (account: Account, zone: Zone, locale: PaperLocale): [string, string] => [
  accountLabel(zone, slipWords(locale).accountNumber),
  fullNumber(account),
]

const factsOf = (account: Account, zone: Zone, locale: PaperLocale): Labelled[] =>
  labelled([accountOf(account, zone, locale), [slipWords(locale).holder, maskName(holderName(account.holder))]])

/** Enough to tell one's contracts from each other: the street, masked. A slip is left at a till. */
const placeOf = ({ supplyAddress }: Account): string => maskAddress(addressLines(supplyAddress)[0] ?? '')

function contractOf({ account, invoices }: PaidContract, source: SlipSource, locale: PaperLocale): SlipContract {
  const { contracts, zone } = source
  const named = [accountOf(account, zone, locale).join(' '), placeOf(account), account.status === 'closed' ? wordsOf(locale).closed : '']
  return {
    head: contracts.length > 1 ? { name: printable(named.filter(Boolean).join(' · ')), total: formatMoney(totalOwed(invoices), zone.currency, locale) } : null,
    invoices: oldestFirst(invoices).map((invoice) => rowOf(invoice, source, locale)),
  }
}

function printedOf({ copyNumber, printedOn }: SlipSource, locale: PaperLocale): string {
  const words = slipWords(locale)
  const date = formatDate(printedOn.date, locale, 'numeric')
  return copyNumber !== null && copyNumber > 1 ? words.copy(copyNumber, date, printedOn.time) : words.printed(date, printedOn.time)
}

function freshOf(invoices: readonly Invoice[], payBy: string, { printedOn }: SlipSource, locale: PaperLocale): string | null {
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

/** More amounts nobody reads out of one line: each stands on its part. */
const MOST_SAID = 4

function stepsOf({ bank, zone, contracts }: SlipSource, coupons: Coupon[], locale: PaperLocale): string[] {
  const words = slipWords(locale)
  const company = printable(zone.company)
  const agreement = printable(bank?.agreementNumber ?? '')
  const amounts = coupons.map(({ charge }) => formatMoney(charge.amount, zone.currency, locale))
  const invoices = contracts.reduce((count, each) => count + each.invoices.length, 0)
  const silent = bank !== null && !carriesAmount(bank.slip)
  return [
    ...(bank === null ? [] : [agreement === '' ? words.say(company, invoices) : words.sayAgreement(company, agreement, invoices)]),
    ...(coupons.length > 1 ? [words.coupons(coupons.length, coupons.length === contracts.length ? 'contract' : 'invoice')] : []),
    ...(coupons.some(({ bars }) => bars.ok) ? [words.handOver(coupons.length)] : []),
    ...(silent ? [amounts.length > MOST_SAID ? words.sayEach : words.sayAmount(amounts.join(' + '))] : []),
    words.keep,
  ]
}

function describe({ account, invoices, charge, reference, bars }: Part, { bank, zone, contracts }: SlipSource, locale: PaperLocale): SlipCoupon {
  const words = slipWords(locale)
  const shown = reference.ok ? reference.value : charge.reference
  const supplied = labelled([accountOf(account, zone, locale), [words.supplyAddress, placeOf(account)]])
  return {
    facts: contracts.length > 1 ? supplied : factsOf(account, zone, locale),
    amount: formatMoney(charge.amount, zone.currency, locale),
    payBy: formatDate(charge.payBy, locale, 'long'),
    invoices: invoices.map(({ number }) => printable(number)).join(', '),
    reference: shown ? inGroups(printable(shown)) : null,
    bars: bars.ok ? bars.value : null,
    bearers: bank?.slip?.symbology === 'itf',
    note: bars.ok ? null : [words.counter(words.noBars[bars.reason]), ...(shown ? [words.dictate] : [])].join(' '),
  }
}
