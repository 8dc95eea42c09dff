import type { LegalText, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { wordsOf } from '../commonWords.ts'
import { type Issuer, issuerOf, type PageSize, pageOf } from '../letterhead.ts'
import { type PaperLocale, paperLocale } from '../paperLocale.ts'
import { printable } from '../printable.ts'
import { type PrintedOn, printedWords } from '../printedOn.ts'

export interface LegalTextSource {
  text: LegalText
  /** Whose company hands it out. */
  zone: Zone
  printedOn: PrintedOn
}

/** Everything that stands on the paper of a text of the utility. */
export interface LegalTextModel {
  /** Of what stands around the text; the text has its own. */
  locale: PaperLocale
  language: string
  page: PageSize
  issuer: Issuer
  printedOn: PrintedOn
  title: string
  version: string
  note: string
  summary: string | null
  /** CommonMark, as the utility wrote it: the drawing thread reads it. */
  body: string
}

/** A text of the utility as it was read, on the paper of the zone. Pure. */
export function legalTextModel({ text, zone, printedOn }: LegalTextSource): LegalTextModel {
  const locale = paperLocale(zone)
  return {
    locale,
    language: text.locale,
    page: pageOf(zone),
    issuer: issuerOf(zone, locale),
    printedOn,
    title: printable(text.title),
    version: wordsOf(locale).version(printable(text.version)),
    note: printedWords(printedOn, null, locale),
    summary: text.summary ? printable(text.summary) : null,
    body: text.body,
  }
}
