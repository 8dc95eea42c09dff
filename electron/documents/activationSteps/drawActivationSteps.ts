import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { drawBox } from '../drawBox.ts'
import { drawFacts } from '../drawFacts.ts'
import { drawHead } from '../letterhead.ts'
import { sizeToFit } from '../measure.ts'
import { describeSheet, sheetFooter } from '../sheet.ts'
import { MARGIN, colour, contentWidth, grid, title } from '../style.ts'
import type { ActivationStepsModel } from './activationStepsModel.ts'

const TOP = 24
const BLOCK_PADDING = 16
const EMAIL_SIZE = 26
const NUMBER_WIDTH = 20

/** The steps to an active account as pdfmake draws them, on one sheet. The same model makes the same bytes. */
export function activationStepsDefinition(model: ActivationStepsModel): TDocumentDefinitions {
  return {
    ...describeSheet(model, model.title),
    pageMargins: [MARGIN, TOP, MARGIN, MARGIN],
    defaultStyle: { font: 'Paper', fontSize: 12.5, color: colour.ink, lineHeight: 1.15 },
    content: [
      drawHead(model, { text: model.title, fontSize: 13, margin: [0, 2, 0, 0] }, model.note),
      { text: model.registered, fontSize: 13, bold: true, margin: [0, 0, 0, 10] },
      sentBlock(model),
      ...drawFacts(model.facts, model.page, 2),
      { text: model.how, ...title, fontSize: 13, margin: [0, 16, 0, 5] },
      ...model.steps.map((step, index): Content => ({
        columns: [{ text: `${index + 1}.`, bold: true, width: NUMBER_WIDTH }, { text: step }],
        margin: [0, 0, 0, 6],
      })),
      { text: model.otherwise, ...title, fontSize: 13, margin: [0, 12, 0, 5] },
      ...model.again.map((sentence): Content => ({ text: sentence, margin: [0, 0, 0, 5] })),
      drawBox(model.warning, model.page),
    ],
    footer: sheetFooter(model.title, model.locale),
  }
}

function sentBlock({ page, sentTo, email, until }: ActivationStepsModel): Content {
  const ink = { color: colour.white }
  const room = contentWidth(page) - 2 * BLOCK_PADDING
  return {
    table: {
      widths: [contentWidth(page)],
      body: [
        [
          {
            stack: [
              { text: sentTo, fontSize: 11, ...ink },
              { text: email, fontSize: sizeToFit(email, room, { size: EMAIL_SIZE, bold: true }), bold: true, noWrap: true, ...ink },
              { text: until, fontSize: 13, ...ink, margin: [0, 4, 0, 0] },
            ],
            margin: [BLOCK_PADDING, 12, BLOCK_PADDING, 10],
            fillColor: colour.accent,
          },
        ],
      ],
    },
    layout: grid,
  }
}
