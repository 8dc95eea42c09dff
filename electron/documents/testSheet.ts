import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { PageSize } from './letterhead.ts'
import { fitted } from './measure.ts'
import { printable } from './printable.ts'
import type { PrintedOn } from './printedOn.ts'
import { describeSheet } from './sheet.ts'
import { colour, mm } from './style.ts'

export interface TestSheetModel {
  page: PageSize
  printedOn: PrintedOn
  /** Where it was printed, or on what. */
  place: string
}

const FRAME_MM = 12
const RULER_MM = 100
const INSET = mm(2 * FRAME_MM)
/** Of the narrower paper. */
const TEXT_WIDTH = mm(210 - 4 * FRAME_MM)
const PLACE_SIZE = 12

const words = {
  title: 'Página de prueba',
  frame: `El marco debe verse completo, a ${FRAME_MM} mm de cada borde.`,
  ruler: `Esta línea debe medir ${RULER_MM} mm:`,
  characters: 'áéíóúüñ ÁÉÍÓÚÜÑ ¿¡ € $ % & @ # [ ] { } « » º ª ç ã õ',
  digits: '0123456789   $ 1,234.56   $ 1.234,56',
}

/** What whoever sets up a printer of sheets wants to see: whether it cuts or shrinks, and its letters. The same model makes the same bytes. */
export function testSheetDefinition({ page, printedOn, place }: TestSheetModel): TDocumentDefinitions {
  const line = (text: string, size: number): Content => ({ text, fontSize: size, margin: [0, 0, 0, 12] })
  return {
    ...describeSheet({ page, printedOn, locale: 'es-MX', issuer: { legalName: 'Ventanilla' } }, words.title),
    pageMargins: INSET,
    defaultStyle: { font: 'Paper', color: colour.ink },
    background: (_page, { width, height }) => frame(width, height),
    content: [
      { text: words.title, fontSize: 28, bold: true, margin: [0, 0, 0, 12] },
      line(fitted(printable(place), TEXT_WIDTH, { size: PLACE_SIZE, lines: 2 }), PLACE_SIZE),
      line(`${printedOn.date} ${printedOn.time}`, PLACE_SIZE),
      line(words.frame, 14),
      line(words.ruler, 14),
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: mm(RULER_MM), y2: 0, lineWidth: 2 }], margin: [0, 0, 0, 24] },
      line(words.digits, 14),
      line(words.characters, 14),
      line(words.characters, 8),
    ],
  }
}

const frame = (width: number, height: number): Content => ({
  canvas: [{ type: 'rect', x: mm(FRAME_MM), y: mm(FRAME_MM), w: width - 2 * mm(FRAME_MM), h: height - 2 * mm(FRAME_MM), lineWidth: 1 }],
})
