import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { wordsOf } from './commonWords.ts'
import type { Issuer, PageSize } from './letterhead.ts'
import type { PrintedOn } from './printedOn.ts'
import type { PaperLocale } from './paperLocale.ts'
import { label } from './style.ts'

/** What every paper's model says of its sheet. */
interface Sheet {
  page: PageSize
  locale: PaperLocale
  issuer: Pick<Issuer, 'legalName'>
  printedOn: PrintedOn
}

/** What the file says of itself. Even its date of creation is the model's own, so that the same model makes the same bytes. */
export function describeSheet({ page, locale, issuer, printedOn }: Sheet, title: string): Omit<TDocumentDefinitions, 'content'> {
  return {
    pageSize: page,
    version: '1.7',
    language: locale,
    info: {
      title,
      author: issuer.legalName,
      creator: 'Ventanilla',
      producer: 'Ventanilla',
      creationDate: new Date(printedOn.instant),
    },
  }
}

/** At the foot of a paper of several sheets: what it is, and which sheet of how many. */
export const sheetFooter =
  (name: string, locale: PaperLocale) =>
  (page: number, pages: number): Content =>
    pages > 1 ? { text: `${name} · ${wordsOf(locale).sheet(page, pages)}`, ...label, alignment: 'center' } : ''
