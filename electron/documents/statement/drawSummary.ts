import type { Content } from 'pdfmake/interfaces.js'
import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { drawFigures, type Figure } from '../drawFigures.ts'
import type { StatementPaper } from './statementPaper.ts'
import { statementWords } from './statementWords.ts'

/** The figures of the whole range: where it began, what was charged and paid, where it ended. */
export function drawSummary(paper: StatementPaper): Content {
  const { page, locale, currency, from, to, opening, charges, payments, closing } = paper
  const words = statementWords(locale)
  const date = (day: string): string => formatDate(day, locale, 'short')
  const figure = (name: string, amount: number): Figure => ({ name, amount: formatMoney(amount, currency, locale) })
  const figures = [
    figure(words.openingOn(date(from)), opening),
    figure(words.charges, charges),
    figure(words.payments, payments === 0 ? 0 : -payments),
    closing < 0 ? figure(words.inFavourOn(date(to)), -closing) : figure(words.closingOn(date(to)), closing),
  ]
  return drawFigures(figures, page)
}
