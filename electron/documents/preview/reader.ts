import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// For its effect: pdf.js then reads in this thread and starts none of its own.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { fileURLToPath } from 'node:url'

/** More than a sheet scanned at 600 dpi; a larger picture is left out, the rest of its page is drawn. */
const MOST_PICTURE_DOTS = 40_000_000

/** Fonts that a PDF may leave out, character maps, decoders: the package's own, which the build lays beside the program. */
const dataOfPdfJs = import.meta.url.endsWith('.ts') ? new URL('.', import.meta.resolve('pdfjs-dist/package.json')) : new URL('./pdfjs/', import.meta.url)
const folder = (name: string): string => fileURLToPath(new URL(`${name}/`, dataOfPdfJs))

/** Reads a PDF that may come from anywhere: it runs nothing of it and fetches nothing for it. Rejects when it is none. */
export function readPdf(pdf: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    // A copy in memory of its own: pdf.js takes the buffer away from its owner.
    data: pdf.slice(),
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: MOST_PICTURE_DOTS,
    verbosity: 0,
  }).promise
}
