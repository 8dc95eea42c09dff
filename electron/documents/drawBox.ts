import type { Content } from 'pdfmake/interfaces.js'
import type { PageSize } from './letterhead.ts'
import { colour, contentWidth } from './style.ts'

const FRAME = 1.4
const BOX_PADDING = 12

/** What must not be overlooked, in a frame. */
export function drawBox(text: string, page: PageSize): Content {
  return {
    margin: [0, 7, 0, 0],
    table: { widths: [contentWidth(page) - 2 * BOX_PADDING - 2 * FRAME], body: [[{ text, bold: true, fontSize: 11.5 }]] },
    layout: {
      hLineWidth: () => FRAME,
      vLineWidth: () => FRAME,
      hLineColor: () => colour.ink,
      vLineColor: () => colour.ink,
      paddingLeft: () => BOX_PADDING,
      paddingRight: () => BOX_PADDING,
      paddingTop: () => 7,
      paddingBottom: () => 6,
    },
  }
}
