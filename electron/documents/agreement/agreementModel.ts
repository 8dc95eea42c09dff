import type { Agreement, AgreementProgress, Installment } from '../../../shared/contract/agreements.ts'
import { fullNumber } from '../../../shared/domain/accountNumber.ts'
import { addsUp, describeAgreement, type KnownAgreement } from '../../../shared/domain/agreements.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { holderName } from '../../../shared/domain/holder.ts'
import { maskName } from '../../../shared/domain/masking.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { formatNumber } from '../../../shared/domain/numbers.ts'
import type { Account, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { wordsOf } from '../commonWords.ts'
import { asOfSentence } from '../asOf.ts'
import type { Rendition } from '../documentType.ts'
import type { Figure } from '../drawFigures.ts'
import { type Labelled, labelled } from '../labelled.ts'
import { type Issuer, issuerOf, type PageSize, pageOf } from '../letterhead.ts'
import { accountLabel } from '../named.ts'
import { type PaperLocale, paperLocale } from '../paperLocale.ts'
import { printable } from '../printable.ts'
import { type PrintedOn, printedWords } from '../printedOn.ts'
import { agreementWords } from './agreementWords.ts'

/** What is known of an agreement when its paper is drawn. */
export interface AgreementSource {
  agreement: KnownAgreement
  account: Account
  zone: Zone
  printedOn: PrintedOn
  /** When the utility's data were as they are here; null where that is not known. */
  asOf: PrintedOn | null
  rendition: Pick<Rendition, 'masked' | 'copyNumber'>
}

/** Everything that stands on the paper of an agreement, in ready words. */
export interface AgreementModel {
  locale: PaperLocale
  page: PageSize
  issuer: Issuer
  printedOn: PrintedOn
  number: string
  /** When it was printed; of the second copy on, which one it is. */
  printed: string
  /** Account, holder, day, state; of one that the utility has changed only whose it is. */
  facts: Labelled[]
  figures: Figure[]
  sentences: string[]
  rows: InstallmentLine[]
  /** Null where the installments do not come to the total. */
  sum: string | null
  /** From when the data are. */
  asOf: string
}

export interface InstallmentLine {
  number: string
  dueOn: string
  amount: string
  state: string
  isLate: boolean
}

/** What the paper of an agreement says, in the language and money of its zone. Pure. */
export function agreementModel(source: AgreementSource): AgreementModel {
  const { account, zone, printedOn, rendition } = source
  const holder = holderName(account.holder)
  const locale = paperLocale(zone)
  const agreement = describeAgreement(source.agreement, printedOn.date)
  const { installments, total } = agreement
  const money = (minor: number): string => formatMoney(minor, zone.currency, locale)
  return {
    locale,
    page: pageOf(zone),
    issuer: issuerOf(zone, locale),
    printedOn,
    number: printable(agreement.number),
    printed: printedWords(printedOn, laterCopy(rendition.copyNumber), locale),
    facts: labelled([
      [accountLabel(zone, wordsOf(locale).accountNumber), fullNumber(account)],
      [wordsOf(locale).holder, rendition.masked ? maskName(holder) : holder],
      ...(agreement.doubt === 'outdated' ? [] : standingFacts(agreement, locale)),
    ]),
    figures: figuresOf(agreement, money, locale),
    sentences: sentencesOf(agreement, money, locale),
    rows: installments.map((each) => lineOf(each, money, locale)),
    sum: addsUp(agreement) ? money(total) : null,
    asOf: asOfSentence(source.asOf, locale),
  }
}

type Money = (minor: number) => string

function standingFacts({ status, agreedOn }: Agreement, locale: PaperLocale): [string, string][] {
  const words = agreementWords(locale)
  return [
    [status === 'proposed' ? words.proposedOn : words.agreedOn, formatDate(agreedOn, locale, 'long')],
    [words.status, words.statuses[status]],
  ]
}

/** The first is called no copy. */
const laterCopy = (copyNumber: number | null): number | null => (copyNumber !== null && copyNumber > 1 ? copyNumber : null)

/** What the utility says; what is paid and left only where the figures carry it. */
function figuresOf({ total, progress, installments, doubt }: Agreement, money: Money, locale: PaperLocale): Figure[] {
  const words = agreementWords(locale)
  if (doubt === 'outdated') return []
  const agreed = { name: words.total, amount: money(total) }
  if (!progress) return [agreed]
  const { paid, left } = progress
  return [agreed, { name: words.paid(paid, installments.length), amount: money(total - left) }, { name: words.left, amount: money(left) }]
}

function sentencesOf({ status, progress, doubt }: Agreement, money: Money, locale: PaperLocale): string[] {
  const { told, doubts } = agreementWords(locale)
  if (progress) return progressSentences(progress, money, locale)
  return [...(status === 'active' || doubt === 'outdated' ? [] : [told[status]]), ...(doubt ? [doubts[doubt]] : [])]
}

function progressSentences({ left, next, overdue }: AgreementProgress, money: Money, locale: PaperLocale): string[] {
  const words = agreementWords(locale)
  if (left === 0) return [words.allPaid]
  const late = overdue.count > 0 ? [words.overdue(overdue.count, money(overdue.amount))] : []
  if (!next) return late
  const amount = money(next.amount)
  return [...late, next.standing.kind === 'dueToday' ? words.nextToday(amount) : words.next(amount, formatDate(next.standing.on, locale, 'long'))]
}

function lineOf({ number, dueOn, amount, standing }: Installment, money: Money, locale: PaperLocale): InstallmentLine {
  const words = agreementWords(locale)
  const paidOn = standing.kind === 'paid' ? standing.on : null
  return {
    number: formatNumber(number, locale, 0),
    dueOn: formatDate(dueOn, locale, 'long'),
    amount: money(amount),
    state: paidOn === null ? words.states[standing.kind] : words.paidOn(formatDate(paidOn, locale, 'long')),
    isLate: standing.kind === 'overdue',
  }
}
