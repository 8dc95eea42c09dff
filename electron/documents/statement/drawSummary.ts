import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { CELL_PADDING, colour, contentWidth, grid, label, tabular } from '../style.ts'
import { sizeToFit } from '../measure.ts'
import type { StatementPaper } from './statementPaper.ts'
import { statementWords } from './statementWords.ts'

const FIGURES = 4

/** The figures of the whole range in a band: where it began, what was charged and paid, where it ended. */
export function drawSummary(paper: StatementPaper): Content {
  const { page, locale, currency, from, to, opening, charges, payments, closing } = paper
  const words = statementWords(locale)
  const date = (day: string): string => formatDate(day, locale, 'short')
  const room = contentWidth(page) / FIGURES - 2 * CELL_PADDING
  const cell = (name: string, amount: number, strong = false): TableCell => drawFigure(name, formatMoney(amount, currency, locale), room, strong)
  const figures = [
    cell(words.openingOn(date(from)), opening),
    cell(words.charges, charges),
    cell(words.payments, payments === 0 ? 0 : -payments),
    closing < 0 ? cell(words.inFavourOn(date(to)), -closing, true) : cell(words.closingOn(date(to)), closing, true),
  ]
  return {
    margin: [0, 0, 0, 10],
    table: { widths: figures.map(() => room), body: [figures] },
    layout: {
      ...grid,
      fillColor: (_row, _node, column) => (column === figures.length - 1 ? colour.accent : colour.tint),
      paddingLeft: () => CELL_PADDING,
      paddingRight: () => CELL_PADDING,
      paddingTop: () => 6,
      paddingBottom: () => 5,
    },
  }
}

function drawFigure(name: string, amount: string, room: number, strong: boolean): TableCell {
  const ink = strong ? { color: colour.white } : {}
  const fontSize = sizeToFit(amount, room, { size: 13, bold: true })
  return {
    stack: [
      { text: name, ...label, ...ink },
      { text: amount, bold: true, fontSize, noWrap: true, ...tabular, ...ink, margin: [0, 2, 0, 0] },
    ],
  }
}
