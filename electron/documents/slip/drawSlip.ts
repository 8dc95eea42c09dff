import type { Column, Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Labelled } from '../labelled.ts'
import { drawHead } from '../letterhead.ts'
import { sizeToFit } from '../measure.ts'
import { describeSheet, sheetFooter } from '../sheet.ts'
import { CELL_PADDING, colour, contentWidth, grid, label, MARGIN, ruled, tabular, title } from '../style.ts'
import { drawCoupon } from './drawCoupon.ts'
import type { SlipContract, SlipModel } from './slipModel.ts'
import { slipWords } from './slipWords.ts'

const TOP = 24
const GAP = 16
const PANEL_WIDTH = 246
const FRAME = 1.4

/** The slip as pdfmake draws it: what stays with the customer, and below it a part for each payment to cut off. The same model makes the same bytes. */
export function slipDefinition(model: SlipModel): TDocumentDefinitions {
  const words = slipWords(model.locale)
  return {
    ...describeSheet(model, words.name(model.place)),
    pageMargins: [MARGIN, TOP, MARGIN, MARGIN],
    defaultStyle: { font: 'Paper', fontSize: 10, color: colour.ink, lineHeight: 1.08 },
    content: [
      headOf(model),
      panelOf(model),
      ...(model.facts.length > 0 ? [factsOf(model)] : []),
      ...(model.note === null ? [] : [{ text: model.note, bold: true, margin: [0, 6, 0, 0] } as Content]),
      invoiceTable(model),
      tillBlock(model),
      ...model.coupons.map((coupon) => drawCoupon(coupon, model)),
    ],
    footer: sheetFooter(words.name(model.place), model.locale),
  }
}

const headOf = (model: SlipModel): Content => drawHead(model, { text: slipWords(model.locale).title, fontSize: 15 }, model.printed)

/** Where, how much, until when. */
function panelOf({ locale, page, place, agreement, total, payBy }: SlipModel): Content {
  const words = slipWords(locale)
  const white = { color: colour.white }
  const where: Content = {
    stack: [
      { text: words.payAt, fontSize: 10 },
      { text: place, fontSize: place.length <= 18 ? 24 : place.length <= 24 ? 19 : 15, bold: true, color: colour.accent },
      ...(agreement ? [{ text: [`${agreement.label} `, { text: agreement.value, bold: true }], fontSize: 14, ...tabular } as Content] : []),
    ],
    margin: [16, 8, 12, 6],
  }
  const howMuch: Content = {
    stack: [
      { text: words.total, fontSize: 10, ...white },
      { text: total, fontSize: sizeToFit(total, PANEL_WIDTH - 32, { size: 28, bold: true }), bold: true, ...white, ...tabular },
      { text: words.payBy, fontSize: 9, ...white, margin: [0, 1, 0, 0] },
      { text: payBy, fontSize: 14, bold: true, ...white },
    ],
    margin: [16, 7, 16, 6],
    fillColor: colour.accent,
  }
  return {
    table: { widths: [contentWidth(page) - PANEL_WIDTH - 3 * FRAME, PANEL_WIDTH], body: [[where, howMuch]] },
    layout: {
      ...grid,
      hLineWidth: () => FRAME,
      vLineWidth: (column) => (column === 1 ? 0 : FRAME),
      hLineColor: () => colour.accent,
      vLineColor: () => colour.accent,
    },
  }
}

const ACCOUNT_WIDTH = 150

function factsOf({ facts, page }: SlipModel): Content {
  const cell = ({ label: name, value }: Labelled, index: number): Column => ({
    width: index === 0 ? ACCOUNT_WIDTH : contentWidth(page) - ACCOUNT_WIDTH - GAP,
    stack: [
      { text: name, ...label, fontSize: 8.5 },
      { text: value, bold: true, fontSize: 11, ...tabular },
    ],
  })
  return { margin: [0, 9, 0, 0], columns: facts.map(cell), columnGap: GAP }
}

const DUE_WIDTH = 116
const AMOUNT_WIDTH = 110
const PERIOD_WIDTH = 150

function invoiceTable({ locale, page, contracts }: SlipModel): Content {
  const words = slipWords(locale)
  const isOne = contracts.flatMap(({ invoices }) => invoices).length === 1
  const header = [isOne ? words.invoice : words.invoices, words.period, words.dueOn, words.amount]
  const last = header.length - 1
  const rest = contentWidth(page) - PERIOD_WIDTH - DUE_WIDTH - AMOUNT_WIDTH - last * CELL_PADDING
  return {
    margin: [0, 9, 0, 0],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [rest, PERIOD_WIDTH, DUE_WIDTH, AMOUNT_WIDTH],
      body: [
        header.map((text, column) => ({ text, ...label, fontSize: 8.5, alignment: column === last ? 'right' : 'left' })),
        ...contracts.flatMap(({ head, invoices }) => [...(head ? [headRow(head, last)] : []), ...invoices.map(invoiceRow)]),
      ],
    },
    layout: ruled,
  }
}

const inColumn = (text: string): Content => ({
  text,
  ...tabular,
  fontSize: sizeToFit(text, AMOUNT_WIDTH, { size: 10, bold: true }),
  noWrap: true,
  bold: true,
  alignment: 'right',
})

const invoiceRow = (row: string[]): Content[] =>
  row.map((text, column): Content => (column === row.length - 1 ? inColumn(text) : { text, ...tabular, fontSize: 10 }))

/** The contract over all columns but the last, which bears what it comes to. */
const headRow = ({ name, total }: NonNullable<SlipContract['head']>, span: number): TableCell[] => [
  { text: name, colSpan: span, bold: true, color: colour.accent, fillColor: colour.tint, ...tabular },
  ...Array.from({ length: span - 1 }, () => ({})),
  { ...(inColumn(total) as object), color: colour.accent, fillColor: colour.tint } as TableCell,
]

function tillBlock({ locale, steps, fresh }: SlipModel): Content {
  return {
    margin: [0, 10, 0, 0],
    stack: [
      { text: slipWords(locale).atTheTill, ...title, margin: [0, 0, 0, 3] },
      { ol: steps, markerColor: colour.accent },
      ...(fresh === null ? [] : [{ text: fresh, bold: true, margin: [0, 6, 0, 0] } as Content]),
    ],
  }
}
