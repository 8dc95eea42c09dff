import type { Column, Content } from 'pdfmake/interfaces.js'
import { drawIssuer } from '../letterhead.ts'
import { MARGIN, colour, contentWidth, label } from '../style.ts'
import { wordsOf } from '../commonWords.ts'
import type { DuplicateModel } from './duplicateModel.ts'

/** What stands on every sheet: who issues, that it is a duplicate and which copy; the parties, the invoice and the page below. */

export const headerHeight = 84
export const footerHeight = 52

const MARK_WIDTH = 150
const GAP = 16

export function drawHeader(model: DuplicateModel): Content {
  const width = contentWidth(model.page)
  return {
    margin: [MARGIN, 24, MARGIN, 0],
    stack: [
      { columns: [drawIssuer(model.issuer, width - MARK_WIDTH - GAP), duplicateMark(model)], columnGap: GAP },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1, lineColor: colour.accent }], margin: [0, 5, 0, 0] },
    ],
  }
}

function duplicateMark({ mark, copy }: DuplicateModel): Column {
  return {
    width: MARK_WIDTH,
    stack: [
      {
        table: {
          widths: ['*'],
          body: [[{ text: mark, fontSize: 13, bold: true, characterSpacing: 2.4, color: colour.accent, alignment: 'center' }]],
        },
        layout: {
          hLineWidth: () => 1.4,
          vLineWidth: () => 1.4,
          hLineColor: () => colour.accent,
          vLineColor: () => colour.accent,
          paddingTop: () => 3,
          paddingBottom: () => 2,
        },
      },
      { text: copy, ...label, alignment: 'center', margin: [-20, 3, -20, 0] },
    ],
  }
}

export function drawFooter(model: DuplicateModel, page: number, pages: number): Content {
  const words = wordsOf(model.locale)
  const width = contentWidth(model.page)
  const parties = model.parties.map((party) => `${party.label}: ${party.value}`)
  const number = [`${model.invoiceLabel.replace(/\s+/g, ' ')} ${model.invoiceNumber}`, model.stamp].filter(Boolean).join(' · ')
  return {
    margin: [MARGIN, 6, MARGIN, 0],
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: colour.rule }], margin: [0, 0, 0, 4] },
      {
        columns: [
          { width: width - MARK_WIDTH - GAP, stack: parties.map((party) => ({ text: party, ...label })) },
          {
            width: MARK_WIDTH,
            alignment: 'right',
            stack: [
              { text: words.sheet(page, pages), fontSize: 8.5, bold: true },
              { text: number, ...label },
            ],
          },
        ],
        columnGap: GAP,
      },
    ],
  }
}
