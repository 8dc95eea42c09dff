import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { drawBox } from '../drawBox.ts'
import { drawFacts } from '../drawFacts.ts'
import { drawHead } from '../letterhead.ts'
import { sizeToFit } from '../measure.ts'
import { describeSheet, sheetFooter } from '../sheet.ts'
import { CELL_PADDING, MARGIN, colour, contentWidth, grid, label, ruled, tabular, title } from '../style.ts'
import type { PaymentProofModel } from './paymentProofModel.ts'
import { paymentProofWords } from './paymentProofWords.ts'

const TOP = 24
const BLOCK_PADDING = 16
const AMOUNT_SIZE = 32
const MONTH_WIDTH = 110
const TOTAL_WIDTH = 120
const STANDING_WIDTH = 110

/** The proof of a payment as pdfmake draws it. The same model makes the same bytes. */
export function paymentProofDefinition(model: PaymentProofModel): TDocumentDefinitions {
  const { name } = model
  return {
    ...describeSheet(model, name),
    pageMargins: [MARGIN, TOP, MARGIN, MARGIN],
    defaultStyle: { font: 'Paper', fontSize: 10, color: colour.ink, lineHeight: 1.08 },
    content: [
      drawHead(model, { text: model.title, fontSize: 13, margin: [0, 2, 0, 0] }, model.note),
      amountBlock(model),
      ...(model.warning === null ? [] : [drawBox(model.warning, model.page)]),
      ...drawFacts(model.facts, model.page, 2),
      ...invoiceBlock(model),
      ...aboutBlock(model),
    ],
    footer: sheetFooter(name, model.locale),
  }
}

/** In the accent where it proves a payment, else in a tint that is not taken for one. */
function amountBlock({ page, amountName, amount, paidOn, warning }: PaymentProofModel): Content {
  const room = contentWidth(page) - 2 * BLOCK_PADDING
  const ink = warning === null ? { color: colour.white } : {}
  const fontSize = sizeToFit(amount, room, { size: AMOUNT_SIZE, bold: true })
  return {
    table: {
      widths: [room],
      body: [
        [
          {
            stack: [
              { text: amountName, fontSize: 11, ...ink },
              { text: amount, fontSize, bold: true, noWrap: true, ...ink, ...tabular },
              { text: paidOn, fontSize: 11, ...ink, margin: [0, 3, 0, 0] },
            ],
            fillColor: warning === null ? colour.accent : colour.tint,
          },
        ],
      ],
    },
    layout: { ...grid, paddingLeft: () => BLOCK_PADDING, paddingRight: () => BLOCK_PADDING, paddingTop: () => 12, paddingBottom: () => 10 },
  }
}

function invoiceBlock(model: PaymentProofModel): Content[] {
  const { invoices, invoicesName, remark } = model
  return [
    ...(invoices.length === 0 ? [] : [{ text: invoicesName, ...title, margin: [0, 14, 0, 4] } as Content, invoiceTable(model)]),
    ...(remark === null ? [] : [{ text: remark, margin: [0, 8, 0, 0] } as Content]),
  ]
}

function invoiceTable({ locale, page, invoices, sum }: PaymentProofModel): Content {
  const words = paymentProofWords(locale)
  const fixed = MONTH_WIDTH + TOTAL_WIDTH + STANDING_WIDTH
  const head = [words.invoice, words.period, words.invoiceTotal, words.standing].map((text, column): TableCell => ({
    text,
    ...label,
    fontSize: 8.5,
    alignment: column === 2 ? 'right' : 'left',
  }))
  const rows = invoices.map(({ number, month, total, standing }): TableCell[] => [{ text: number, bold: true, ...tabular }, month, figure(total), standing])
  const ending: TableCell[][] = sum === null ? [] : [[{ text: words.sum, bold: true, colSpan: 2 }, '', figure(sum, true), '']]
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [contentWidth(page) - fixed - 3 * CELL_PADDING, MONTH_WIDTH, TOTAL_WIDTH, STANDING_WIDTH],
      body: [head, ...rows, ...ending],
    },
    layout: ruled,
  }
}

const figure = (text: string, bold = false): TableCell => ({
  text,
  bold,
  alignment: 'right',
  noWrap: true,
  ...tabular,
  fontSize: sizeToFit(text, TOTAL_WIDTH, { size: 10, bold }),
})

const aboutBlock = ({ locale, about }: PaymentProofModel): Content[] => [
  { text: paymentProofWords(locale).what, ...title, margin: [0, 14, 0, 4] },
  ...about.map((sentence): Content => ({ text: sentence, margin: [0, 0, 0, 2.5] })),
]
