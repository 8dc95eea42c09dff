import type { Column, Content, ContentText, Margins, TableCell } from 'pdfmake/interfaces.js'
import { colour, grid, label, ruled, tabular, title } from '../style.ts'
import { wordsOf } from '../words.ts'
import type { ChargeRow } from './charges.ts'
import type { Labelled } from './labelled.ts'
import { paymentBlock } from './drawPayment.ts'
import type { DuplicateModel } from './model.ts'

const SUMS_WIDTH = 180

/** How the amount was computed, and what it is paid with. */
export function chargesBlocks(model: DuplicateModel): Content[] {
  const { charges, payment } = model
  const sums = sumsOf(charges.sums, charges.total)
  const paid = payment && paymentBlock(payment, model)
  const margin: Margins = [0, 9, 0, 0]
  const beside: Column = paid?.fitsBeside ? paid.content : { width: '*', text: '' }
  return [
    ...(charges.rows.length > 0 ? [lines(model)] : []),
    { unbreakable: true, margin, columns: [beside, sums], columnGap: 20 },
    ...(paid && !paid.fitsBeside ? [{ unbreakable: true, margin, columns: [paid.content] }] : []),
  ]
}

/** The header of the lines stands on each sheet that they run over to. */
function lines({ charges, locale }: DuplicateModel): Content {
  const words = wordsOf(locale)
  const head = [words.concept, words.quantity, words.unitPrice, words.amount].map((text, index): TableCell => ({
    text,
    ...label,
    alignment: index === 0 ? 'left' : 'right',
  }))
  return {
    margin: [0, 11, 0, 0],
    stack: [
      { text: words.charges, ...title, margin: [0, 0, 0, 2] },
      { table: { headerRows: 1, widths: ['*', 80, 76, 84], body: [head, ...charges.rows.map(lineCells)], dontBreakRows: true }, layout: ruled },
    ],
  }
}

function lineCells({ description, quantity, unitPrice, amount }: ChargeRow): TableCell[] {
  return [
    { text: description },
    { text: quantity, ...tabular, alignment: 'right' },
    amountCell(unitPrice),
    amountCell(amount),
  ]
}

function sumsOf(parts: readonly Labelled[], total: Labelled): Column {
  const rows = parts.map(({ label: name, value }): TableCell[] => [{ text: name }, amountCell(value)])
  const last: TableCell[] = [
    { text: total.label, bold: true, fontSize: 11 },
    { ...amountCell(total.value), bold: true, fontSize: 11 },
  ]
  return {
    width: SUMS_WIDTH,
    table: { widths: ['*', 'auto'], body: [...rows, last] },
    layout: {
      ...grid,
      hLineWidth: (row) => (row === rows.length ? 1 : 0),
      hLineColor: () => colour.accent,
      paddingTop: () => 2.4,
      paddingBottom: () => 1,
    },
  }
}

const amountCell = (text: string): ContentText => ({ text, ...tabular, alignment: 'right', noWrap: true })
