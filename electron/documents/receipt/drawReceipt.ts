import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { qrCode } from '../barcodes.ts'
import { drawMatrix } from '../codes.ts'
import { drawBox } from '../drawBox.ts'
import { drawFacts } from '../drawFacts.ts'
import { drawHead } from '../letterhead.ts'
import { describeSheet, sheetFooter } from '../sheet.ts'
import { MARGIN, colour, contentWidth, grid, label, mm, tabular, title } from '../style.ts'
import type { ReceiptModel } from './receiptModel.ts'
import { receiptWords } from './receiptWords.ts'

const TOP = 24
/** As high as the folio's block, with its quiet zone. */
const QR_SIDE = mm(29.5)
const QR_QUIET = 11
const FRAME = 1.4
/** One of more characters would be broken over two lines. */
const LONG_FOLIO = 18

/** The receipt as pdfmake draws it, on the upper half of its sheet unless much was written. The same model makes the same bytes. */
export function receiptDefinition(model: ReceiptModel): TDocumentDefinitions {
  const words = receiptWords(model.locale)
  return {
    ...describeSheet(model, words.name(model.folio)),
    pageMargins: [MARGIN, TOP, MARGIN, MARGIN],
    defaultStyle: { font: 'Paper', fontSize: 10, color: colour.ink, lineHeight: 1.08 },
    content: [headOf(model), folioBlock(model), subjectOf(model), ...drawFacts(model.facts, model.page), ...textBlock(model), ...nextBlock(model)],
    footer: sheetFooter(words.name(model.folio), model.locale),
  }
}

const headOf = (model: ReceiptModel): Content =>
  drawHead(model, { text: receiptWords(model.locale).title, fontSize: 13, margin: [0, 2, 0, 0] }, model.copy ?? '')

/** What a person reads out and a clerk scans. */
function folioBlock({ locale, page, folio, filed }: ReceiptModel): Content {
  const white = { color: colour.white }
  const symbol = qrCode(folio)
  const codeWidth = QR_SIDE + 2 * QR_QUIET
  const words: Content = {
    stack: [
      { text: receiptWords(locale).folio, fontSize: 11, ...white },
      { text: folio, fontSize: folio.length <= LONG_FOLIO ? 32 : 24, bold: true, ...white, ...tabular },
      { text: filed, fontSize: 11, ...white, margin: [0, 3, 0, 0] },
    ],
    margin: [16, 12, 16, 10],
    fillColor: colour.accent,
  }
  const code: Content = { stack: symbol ? [drawMatrix(symbol, QR_SIDE)] : [], margin: [QR_QUIET, QR_QUIET, QR_QUIET, QR_QUIET] }
  return {
    table: { widths: [contentWidth(page) - codeWidth - 3 * FRAME, codeWidth], body: [[words, code]] },
    layout: { ...grid, hLineWidth: () => FRAME, vLineWidth: () => FRAME, hLineColor: () => colour.accent, vLineColor: () => colour.accent },
  }
}

function subjectOf({ kind, topic }: ReceiptModel): Content {
  return {
    margin: [0, 11, 0, 0],
    stack: [...(topic === null ? [] : [{ text: kind, ...label, fontSize: 9.5 }]), { text: topic ?? kind, fontSize: 15, bold: true }],
  }
}

const TEXT_INDENT = 11
const TEXT_RULE = 2.5
/** Of a set width: a column that may grow would let a word without an end run off the paper. */
function textBlock({ locale, page, text }: ReceiptModel): Content[] {
  if (text.length === 0) return []
  return [
    { text: receiptWords(locale).text, ...title, margin: [0, 12, 0, 4] },
    {
      table: { widths: [contentWidth(page) - TEXT_INDENT - TEXT_RULE], body: [[{ stack: text.map((line) => ({ text: line === '' ? ' ' : line })) }]] },
      layout: {
        ...grid,
        vLineWidth: (column) => (column === 0 ? TEXT_RULE : 0),
        vLineColor: () => colour.past,
        paddingLeft: () => TEXT_INDENT,
      },
    },
  ]
}

function nextBlock({ locale, page, next, emergency }: ReceiptModel): Content[] {
  return [
    { text: receiptWords(locale).next, ...title, margin: [0, 12, 0, 4] },
    ...next.map((sentence): Content => ({ text: sentence, margin: [0, 0, 0, 2.5] })),
    ...(emergency === null ? [] : [drawBox(emergency, page)]),
  ]
}
