import type { Canvas } from '@napi-rs/canvas'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** 48 MB while it is drawn. A page that would be larger, since it is long and narrow, is drawn smaller. */
const MOST_DOTS = 12_000_000

/** pdf.js finds the canvas of Node by itself; its types do not say which. */
interface NodeCanvases {
  create(width: number, height: number): { canvas: Canvas }
}

/** Draws a page as it would be printed, as a PNG that is so many pixels wide. */
export async function pictureOf(pdf: PDFDocumentProxy, page: PDFPageProxy, width: number): Promise<Uint8Array> {
  const size = page.getViewport({ scale: 1 })
  const scale = Math.min(width / size.width, Math.sqrt(MOST_DOTS / (size.width * size.height)))
  const viewport = page.getViewport({ scale })
  const canvases = pdf.canvasFactory as NodeCanvases
  const { canvas } = canvases.create(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, intent: 'print' }).promise
  return canvas.encode('png')
}
