import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { drawHead } from '../letterhead.ts'
import { fitted } from '../measure.ts'
import { describeSheet, sheetFooter } from '../sheet.ts'
import { MARGIN, colour, contentWidth, label } from '../style.ts'
import { drawMarkdown, HEADING_LEVEL } from './drawMarkdown.ts'
import type { LegalTextModel } from './legalTextModel.ts'

const TOP = 30
const BOTTOM = 46
/** Of a sheet's height: below it there is no room for a heading and two lines. */
const TOO_LOW = 0.9

/** A text of the utility as pdfmake draws it, on as many sheets as it takes. The same model makes the same bytes. */
export function legalTextDefinition(model: LegalTextModel): TDocumentDefinitions {
  const { title, version, locale, page } = model
  const name = `${fitted(title, contentWidth(page) * 0.6, { size: label.fontSize ?? 8 })} · ${version}`
  return {
    ...describeSheet(model, title),
    language: model.language,
    pageMargins: [MARGIN, TOP, MARGIN, BOTTOM],
    defaultStyle: { font: 'Paper', fontSize: 11, color: colour.ink, lineHeight: 1.2 },
    content: [
      drawHead(model, { text: title, fontSize: 13, margin: [0, 2, 0, 0] }, `${version} · ${model.note}`),
      ...summaryOf(model),
      ...drawMarkdown(model.body, contentWidth(page)),
    ],
    footer: sheetFooter(name, locale),
    pageBreakBefore: ({ headlineLevel, startPosition }) => headlineLevel === HEADING_LEVEL && startPosition.verticalRatio > TOO_LOW,
  }
}

const summaryOf = ({ summary }: LegalTextModel): Content[] => (summary === null ? [] : [{ text: summary, bold: true, margin: [0, 0, 0, 8] }])
