import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What stands on a page, in the order in which the file has it, which is the order of reading in ours; line by line. */
export async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}
