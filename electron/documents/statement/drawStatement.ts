import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { printable } from '../printable.ts'
import { describeSheet } from '../sheet.ts'
import { MARGIN, colour } from '../style.ts'
import { drawMovements } from './drawMovements.ts'
import { drawFooter, drawHeader, footerHeight, headerHeight } from './drawSheet.ts'
import { drawSummary } from './drawSummary.ts'
import type { StatementPaper } from './statementPaper.ts'
import { statementWords } from './statementWords.ts'

/** The statement as pdfmake draws it. The same paper makes the same bytes. */
export function statementDefinition(paper: StatementPaper): TDocumentDefinitions {
  const { locale, account } = paper
  return {
    ...describeSheet(paper, `${statementWords(locale).title} ${printable(account.number)}`),
    pageMargins: [MARGIN, headerHeight, MARGIN, footerHeight],
    defaultStyle: { font: 'Paper', fontSize: 9, color: colour.ink, lineHeight: 1.02 },
    header: () => drawHeader(paper),
    content: contentOf(paper),
    footer: (page, pages) => drawFooter(paper, page, pages),
  }
}

function contentOf(paper: StatementPaper): Content[] {
  return [drawSummary(paper), drawMovements(paper)]
}
