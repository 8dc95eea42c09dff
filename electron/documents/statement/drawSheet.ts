import type { Content, ContentCanvas } from 'pdfmake/interfaces.js'
import { formatDate } from '../../../shared/domain/dates.ts'
import { drawIssuer } from '../letterhead.ts'
import { fitted } from '../measure.ts'
import { printable } from '../printable.ts'
import { MARGIN, colour, contentWidth, label, tabular } from '../style.ts'
import type { StatementPaper } from './statementPaper.ts'
import { statementWords } from './statementWords.ts'

/** What stands on every sheet: the utility, whose statement of which days; when it was made and the page below. */

export const headerHeight = 128
export const footerHeight = 46

const TITLE_WIDTH = 190
const GAP = 16

export function drawHeader(paper: StatementPaper): Content {
  const width = contentWidth(paper.page)
  const words = statementWords(paper.locale)
  return {
    margin: [MARGIN, 24, MARGIN, 0],
    stack: [
      {
        columns: [
          drawIssuer(paper.issuer, width - TITLE_WIDTH - GAP),
          {
            width: TITLE_WIDTH,
            alignment: 'right',
            stack: [
              { text: words.title, fontSize: 15, bold: true, color: colour.accent },
              { text: periodOf(paper), fontSize: 9.5, ...tabular, margin: [0, 1, 0, 0] },
              ...(paper.note === null ? [] : [{ text: paper.note, fontSize: 9.5, bold: true } as Content]),
            ],
          },
        ],
        columnGap: GAP,
      },
      { ...line(width, 1, colour.accent), margin: [0, 5, 0, 0] },
      partiesOf(paper),
      { ...line(width, 0.5, colour.rule), margin: [0, 4, 0, 0] },
    ],
  }
}

const line = (width: number, lineWidth: number, lineColor: string): ContentCanvas => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth, lineColor }],
})

/** Two lines each at most: a longer name is cut rather than let run into the movements. */
function partiesOf({ page, locale, account, holder, supplyAddress }: StatementPaper): Content {
  const words = statementWords(locale)
  const width = contentWidth(page)
  const widths = [width * 0.22, width * 0.33, width * 0.45]
  const cells = [
    [printable(account.label), printable(account.number)],
    [words.holder, printable(holder)],
    [words.supplyAddress, printable(supplyAddress)],
  ]
  return {
    margin: [0, 5, 0, 0],
    columns: cells.map(([name, value], index) => ({
      width: widths[index] ?? 0,
      stack: [
        { text: name ?? '', ...label },
        { text: fitted(value ?? '', (widths[index] ?? 0) - GAP, { size: 9, bold: true, lines: 2 }), bold: true, ...tabular, margin: [0, 0, GAP, 0] },
      ],
    })),
  }
}

const periodOf = ({ from, to, locale }: StatementPaper): string =>
  statementWords(locale).period(formatDate(from, locale, 'short'), formatDate(to, locale, 'short'))

export function drawFooter({ page: size, locale, printedOn, copyNumber, account }: StatementPaper, page: number, pages: number): Content {
  const words = statementWords(locale)
  const width = contentWidth(size)
  const made = words.printed(formatDate(printedOn.date, locale, 'numeric'), printedOn.time)
  const left = copyNumber === null ? made : `${words.copy(copyNumber)} · ${made}`
  return {
    margin: [MARGIN, 10, MARGIN, 0],
    stack: [
      { ...line(width, 0.5, colour.rule), margin: [0, 0, 0, 4] },
      {
        columns: [
          { width: '*', text: left, ...label },
          { width: '*', text: words.sheet(page, pages), fontSize: 8.5, bold: true, alignment: 'center' },
          { width: '*', text: `${printable(account.label)} ${printable(account.number)}`, ...label, alignment: 'right' },
        ],
      },
    ],
  }
}
