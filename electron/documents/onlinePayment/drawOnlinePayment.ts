import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { qrCode } from '../barcodes.ts'
import { drawMatrix } from '../codes.ts'
import { drawFacts } from '../drawFacts.ts'
import { drawHead } from '../letterhead.ts'
import { sizeToFit } from '../measure.ts'
import { describeSheet, sheetFooter } from '../sheet.ts'
import { MARGIN, colour, contentWidth, grid, mm, tabular, title } from '../style.ts'
import type { OnlinePaymentModel } from './onlinePaymentModel.ts'
import { onlinePaymentWords } from './onlinePaymentWords.ts'

const TOP = 24
/** Large enough for the longest address: half a millimetre a cell. */
const QR_SIDE = mm(50)
const QR_QUIET = 14
const FRAME = 1.4
const BLOCK_PADDING = 16
const AMOUNT_SIZE = 32

/** The paper about a payment on one's own phone as pdfmake draws it. The same model makes the same bytes. */
export function onlinePaymentDefinition(model: OnlinePaymentModel): TDocumentDefinitions {
  return {
    ...describeSheet(model, model.name),
    pageMargins: [MARGIN, TOP, MARGIN, MARGIN],
    defaultStyle: { font: 'Paper', fontSize: 10, color: colour.ink, lineHeight: 1.08 },
    content: [
      drawHead(model, { text: model.title, fontSize: 13, margin: [0, 2, 0, 0] }, model.note),
      amountBlock(model),
      ...drawFacts(model.facts, model.page, 2),
      ...stepsBlock(model),
      ...model.about.map((sentence, index): Content => ({ text: sentence, margin: [0, index === 0 ? 12 : 3, 0, 0] })),
    ],
    footer: sheetFooter(model.name, model.locale),
  }
}

/** State and amount, with the code beside them that the phone reads. */
function amountBlock({ page, state, amountName, amount, until, qr }: OnlinePaymentModel): Content {
  const symbol = qr === null ? null : qrCode(qr)
  const codeWidth = symbol ? QR_SIDE + 2 * QR_QUIET : 0
  const room = contentWidth(page) - codeWidth - 3 * FRAME
  const ink = { color: colour.white }
  const words: Content = {
    stack: [
      { text: state, fontSize: 15, bold: true, ...ink },
      { text: amountName, fontSize: 11, ...ink, margin: [0, 10, 0, 0] },
      { text: amount, fontSize: sizeToFit(amount, room - 2 * BLOCK_PADDING, { size: AMOUNT_SIZE, bold: true }), bold: true, noWrap: true, ...ink, ...tabular },
      ...(until === null ? [] : [{ text: until, fontSize: 11, ...ink, margin: [0, 3, 0, 0] } as Content]),
    ],
    margin: [BLOCK_PADDING, 12, BLOCK_PADDING, 10],
    fillColor: colour.accent,
  }
  const code: Content[] = symbol ? [{ stack: [drawMatrix(symbol, QR_SIDE)], margin: QR_QUIET }] : []
  return {
    table: { widths: symbol ? [room, codeWidth] : [room], body: [[words, ...code]] },
    layout: { ...grid, hLineWidth: () => FRAME, vLineWidth: () => FRAME, hLineColor: () => colour.accent, vLineColor: () => colour.accent },
  }
}

function stepsBlock({ locale, steps }: OnlinePaymentModel): Content[] {
  if (steps.length === 0) return []
  return [
    { text: onlinePaymentWords(locale).how, ...title, margin: [0, 14, 0, 4] },
    ...steps.map((step): Content => ({ text: step, fontSize: 11, margin: [0, 0, 0, 2.5] })),
  ]
}
