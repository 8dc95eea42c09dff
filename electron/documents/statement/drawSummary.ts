import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { CELL_PADDING, colour, contentWidth, grid, label, tabular } from '../style.ts'
import { sizeToFit } from '../measure.ts'
import type { StatementPaper } from './paper.ts'
import { statementWords } from './words.ts'

const FIGURES = 4

/** The figures of the whole range in a band: where it began, what was charged and paid, where it ended. */
export function drawSummary(paper: StatementPaper): Content {
  const { page, locale, currency, from, to, opening, charges, payments, closing } = paper
  const words = statementWords(locale)
  const date = (day: string): string => formatDate(day, locale, 'short')
  const width = contentWidth(page) / FIGURES
  const figures = [
    cell(words.openingOn(date(from)), opening),
    cell(words.charges, charges),
    cell(words.payments, payments === 0 ? 0 : -payments),
    closing < 0 ? cell(words.inFavourOn(date(to)), -closing, true) : cell(words.closingOn(date(to)), closing, true),
  ]
  return {
    margin: [0, 0, 0, 10],
    table: { widths: figures.map(() => width - 2 * CELL_PADDING), body: [figures] },
    layout: {
      ...grid,
      fillColor: (_row, _node, column) => (column === figures.length - 1 ? colour.accent : colour.tint),
      paddingLeft: () => CELL_PADDING,
      paddingRight: () => CELL_PADDING,
      paddingTop: () => 6,
      paddingBottom: () => 5,
    },
  }

  function cell(name: string, amount: number, strong = false): TableCell {
    const text = formatMoney(amount, currency, locale)
    const ink = strong ? { color: colour.white } : {}
    return {
      stack: [
        { text: name, ...label, ...ink },
        { text, bold: true, fontSize: sizeToFit(text, width - 2 * CELL_PADDING, { size: 13, bold: true }), noWrap: true, ...tabular, ...ink, margin: [0, 2, 0, 0] },
      ],
    }
  }
}
