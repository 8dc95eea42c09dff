import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { paperFonts } from './paperFonts.ts'
import { forgetShapes } from './shaping.ts'

for (const [weight, { bytes }] of Object.entries(paperFonts)) pdfmake.virtualfs.writeFileSync(weight, bytes)
pdfmake.setFonts({ Paper: { normal: 'Regular', bold: 'Bold' } })
// Data names no file and no address: without these, the path of an image would be opened.
pdfmake.setLocalAccessPolicy(() => false)
pdfmake.setUrlAccessPolicy(() => false)

export interface DrawnPdf {
  pdf: Uint8Array
  sheets: number
}

/** Draws a definition to a PDF. Blocks for tens of milliseconds: it belongs in the worker. */
export async function drawPdf(definition: TDocumentDefinitions): Promise<DrawnPdf> {
  let sheets = 0
  const { footer } = definition
  const counted: TDocumentDefinitions = {
    ...definition,
    footer(page, pages, size) {
      sheets = pages
      return typeof footer === 'function' ? footer(page, pages, size) : footer
    },
  }
  try {
    const pdf = await pdfmake.createPdf(counted).getBuffer()
    return { pdf, sheets }
  } finally {
    forgetShapes()
  }
}
