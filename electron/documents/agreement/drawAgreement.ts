import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { drawFacts } from '../drawFacts.ts'
import { drawFigures } from '../drawFigures.ts'
import { drawHead } from '../letterhead.ts'
import { sizeToFit } from '../measure.ts'
import { describeSheet, sheetFooter } from '../sheet.ts'
import { CELL_PADDING, MARGIN, colour, contentWidth, label, ruled, tabular, title } from '../style.ts'
import type { AgreementModel, InstallmentLine } from './agreementModel.ts'
import { agreementWords } from './agreementWords.ts'

const TOP = 24
const NUMBER_WIDTH = 64
const DATE_WIDTH = 150
const MONEY_WIDTH = 110
const TEXT_SIZE = 10

/** The agreement as pdfmake draws it: how it stands, then its installments, on as many sheets as they need. The same model makes the same bytes. */
export function agreementDefinition(model: AgreementModel): TDocumentDefinitions {
  const words = agreementWords(model.locale)
  return {
    ...describeSheet(model, words.name(model.number)),
    pageMargins: [MARGIN, TOP, MARGIN, MARGIN],
    defaultStyle: { font: 'Paper', fontSize: TEXT_SIZE, color: colour.ink, lineHeight: 1.08 },
    content: [
      drawHead(model, { text: words.title, fontSize: 15 }, model.printed),
      { text: words.number(model.number), fontSize: 18, bold: true },
      ...drawFacts(model.facts, model.page),
      { text: '', margin: [0, 0, 0, 12] },
      ...(model.figures.length > 0 ? [drawFigures(model.figures, model.page)] : []),
      ...model.sentences.map((sentence): Content => ({ text: sentence, bold: true, fontSize: 11, margin: [0, 0, 0, 4] })),
      ...installmentTable(model),
      { text: model.asOf, ...label, margin: [0, 10, 0, 0] },
    ],
    footer: sheetFooter(words.name(model.number), model.locale),
  }
}

/** The heading is repeated on every sheet; the total, where there is one, ends it. */
function installmentTable({ locale, page, rows, sum }: AgreementModel): Content[] {
  if (rows.length === 0) return []
  const words = agreementWords(locale)
  const widths = [NUMBER_WIDTH, DATE_WIDTH, MONEY_WIDTH, contentWidth(page) - NUMBER_WIDTH - DATE_WIDTH - MONEY_WIDTH - 4 * CELL_PADDING]
  const head = [words.installment, words.dueOn, words.amount, words.state]
  const names = head.map((text, column): TableCell => ({ text, ...label, alignment: column === 2 ? 'right' : 'left' }))
  const body = [names, ...rows.map(cellsOf), ...(sum === null ? [] : [sumCells(words.sum, sum)])]
  return [
    { text: words.installments, ...title, margin: [0, 8, 0, 4] },
    { table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths, body }, layout: { ...ruled, paddingRight: columnEnd } },
  ]
}

/** Room between the amounts, which end at the right, and the words beside them. */
const columnEnd = (column: number): number => (column === 2 ? CELL_PADDING : 0)

const cellsOf = ({ number, dueOn, amount, state, isLate }: InstallmentLine): TableCell[] => [
  { text: number, ...tabular },
  { text: dueOn, ...tabular, bold: isLate },
  amountCell(amount, false),
  { text: state, bold: isLate },
]

const sumCells = (name: string, sum: string): TableCell[] => [
  { text: name, bold: true, fillColor: colour.tint },
  { text: '', fillColor: colour.tint },
  { ...amountCell(sum, true), fillColor: colour.tint },
  { text: '', fillColor: colour.tint },
]

const amountCell = (text: string, bold: boolean) => ({
  text,
  bold,
  ...tabular,
  fontSize: sizeToFit(text, MONEY_WIDTH, { size: TEXT_SIZE, bold }),
  alignment: 'right' as const,
  noWrap: true,
})
