/** Counts the pages of any PDF: an original is the utility's, drawn by programs that we do not know. */
export async function countSheets(pdf: Uint8Array): Promise<number> {
  // Loaded when the first original comes: half a second that most branches never need.
  const [{ getDocument }] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')])
  // It takes the buffer away from its owner: give it a copy.
  const loading = getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 })
  try {
    return (await loading.promise).numPages
  } finally {
    await loading.destroy()
  }
}
