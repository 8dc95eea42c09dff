import type { Column, Content, ContentText, Margins, TableCell } from 'pdfmake/interfaces.js'
import { CELL_PADDING, colour, contentWidth, grid, label, ruled, tabular, title } from '../style.ts'
import { sizeToFit } from '../measure.ts'
import { wordsOf } from '../commonWords.ts'
import type { ChargeRow, Charges } from './charges.ts'
import { paymentBlock } from './drawPayment.ts'
import type { DuplicateModel } from './duplicateModel.ts'

const GAP = 20
const SUMS_WIDTH = 190
const AMOUNT_WIDTH = 90
/** Quantity, unit price, amount; the description has the rest. Every width is fixed: a word without end is broken, not let grow the table. */
const LINE_COLUMNS = [80, 76, 84] as const

/** How the amount was computed, and what it is paid with. */
export function chargesBlocks(model: DuplicateModel): Content[] {
  const { charges, payment, page } = model
  const paid = payment && paymentBlock(payment, model)
  const beside = contentWidth(page) - SUMS_WIDTH - GAP
  const fits = paid !== null && paid.width <= beside
  const margin: Margins = [0, 9, 0, 0]
  return [
    ...(charges.rows.length > 0 ? [lines(model)] : []),
    { unbreakable: true, margin, columns: [{ width: beside, stack: fits ? paid.content : [] }, sumsOf(charges)], columnGap: GAP },
    ...(paid && !fits ? [{ unbreakable: true, margin, stack: paid.content }] : []),
  ]
}

/** The header of the lines stands on each sheet that they run over to. */
function lines({ charges, locale, page }: DuplicateModel): Content {
  const words = wordsOf(locale)
  const widths = [contentWidth(page) - LINE_COLUMNS.reduce<number>((sum, width) => sum + width + CELL_PADDING, 0), ...LINE_COLUMNS]
  const head = [words.concept, words.quantity, words.unitPrice, words.amount].map((text, index): TableCell => ({
    text,
    ...label,
    alignment: index === 0 ? 'left' : 'right',
  }))
  const heading: TableCell[] = [{ text: words.charges, ...title, colSpan: head.length }, {}, {}, {}]
  return {
    margin: [0, 9, 0, 0],
    table: { headerRows: 2, keepWithHeaderRows: 1, dontBreakRows: true, widths, body: [heading, head, ...charges.rows.map(lineCells)] },
    layout: ruled,
  }
}

function lineCells({ description, quantity, unitPrice, amount }: ChargeRow): TableCell[] {
  return [
    { text: description },
    { text: quantity, ...tabular, alignment: 'right' },
    amountCell(unitPrice, LINE_COLUMNS[1]),
    amountCell(amount, LINE_COLUMNS[2]),
  ]
}

function sumsOf({ sums, total }: Charges): Column {
  const rows = sums.map(({ label: name, value }): TableCell[] => [{ text: name }, amountCell(value, AMOUNT_WIDTH)])
  const last: TableCell[] = [
    { text: total.label, bold: true, fontSize: 11 },
    { ...amountCell(total.value, AMOUNT_WIDTH, { size: 11, bold: true }), bold: true },
  ]
  return {
    width: SUMS_WIDTH,
    table: { widths: [SUMS_WIDTH - AMOUNT_WIDTH, AMOUNT_WIDTH], body: [...rows, last] },
    layout: {
      ...grid,
      hLineWidth: (row) => (row === rows.length ? 1 : 0),
      hLineColor: () => colour.accent,
      paddingTop: () => 2.4,
      paddingBottom: () => 1,
    },
  }
}

const amountCell = (text: string, width: number, setting = { size: 9, bold: false }): ContentText => ({
  text,
  ...tabular,
  fontSize: sizeToFit(text, width, setting),
  alignment: 'right',
  noWrap: true,
})
