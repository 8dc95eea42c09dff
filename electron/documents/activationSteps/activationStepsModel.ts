import { formatDate } from '../../../shared/domain/dates.ts'
import type { Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import type { MailedCode } from '../../customers/registrations.ts'
import { type Labelled, labelled } from '../labelled.ts'
import { type Issuer, issuerOf, type PageSize, pageOf } from '../letterhead.ts'
import { type PaperLocale, paperLocale } from '../paperLocale.ts'
import { printable } from '../printable.ts'
import { type PrintedOn, printedAt, printedWords } from '../printedOn.ts'
import { activationStepsWords } from './activationStepsWords.ts'

export interface ActivationStepsSource {
  sent: MailedCode
  zone: Zone
  printedOn: PrintedOn
}

/** Everything that stands on the paper for whoever activates their account later, in ready words: nothing by which somebody else could. */
export interface ActivationStepsModel {
  locale: PaperLocale
  page: PageSize
  issuer: Issuer
  printedOn: PrintedOn
  title: string
  note: string
  registered: string
  sentTo: string
  email: string
  until: string
  facts: Labelled[]
  how: string
  /** In their order; who draws them numbers them. */
  steps: string[]
  otherwise: string
  again: string[]
  warning: string
}

/** A registration that waits for its code, in the language and by the clock of its zone. Pure. */
export function activationStepsModel({ sent, zone, printedOn }: ActivationStepsSource): ActivationStepsModel {
  const locale = paperLocale(zone)
  const words = activationStepsWords(locale)
  const issuer = issuerOf(zone, locale)
  const page = sent.page === null ? null : printable(sent.page)
  const until = printedAt(sent.expiresAt, zone.timeZone)
  return {
    locale,
    page: pageOf(zone),
    issuer,
    printedOn,
    title: words.title,
    note: printedWords(printedOn, null, locale),
    registered: words.registered(issuer.brand),
    sentTo: words.sentTo,
    email: printable(sent.maskedEmail),
    until: words.until(formatDate(until.date, locale, 'long'), until.time),
    facts: labelled([
      [words.zone, zone.name],
      [words.phone, issuer.phone],
      [words.page, page],
    ]),
    how: words.how,
    steps: words.steps(issuer.brand, page),
    otherwise: words.otherwise,
    again: [words.again(issuer.brand), words.counter],
    warning: words.warning,
  }
}
