import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'

/** `resources/fonts` lies two folders above this file both in the source and in the built tree (`dist/main`). */
const fontFile = (weight: 'Regular' | 'Bold'): string =>
  fileURLToPath(new URL(`../../resources/fonts/AtkinsonHyperlegibleNext-${weight}.ttf`, import.meta.url))

const paper = { normal: fontFile('Regular'), bold: fontFile('Bold') }

pdfmake.setFonts({ Paper: paper })
// Data names no file and no address: without these, an image's path would be opened.
pdfmake.setLocalAccessPolicy((path) => path === paper.normal || path === paper.bold)
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
  const pdf = await pdfmake.createPdf(counted).getBuffer()
  return { pdf, sheets }
}
