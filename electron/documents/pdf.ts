import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'

/** `resources/fonts` lies two folders above this file both in the source and in the built tree (`dist/main`). */
const font = (subset: 'latin' | 'latin-ext', weight: 400 | 700): string =>
  fileURLToPath(new URL(`../../resources/fonts/atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`, import.meta.url))

const fonts = {
  Paper: { normal: font('latin', 400), bold: font('latin', 700) },
  /** The letters of other Latin alphabets, in files of their own. */
  Extended: { normal: font('latin-ext', 400), bold: font('latin-ext', 700) },
}

const fontFiles = new Set(Object.values(fonts).flatMap(({ normal, bold }) => [normal, bold]))

pdfmake.setFonts(fonts)
// Data names no file and no address: without these, an image's path would be opened.
pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path))
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
