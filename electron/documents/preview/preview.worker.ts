import { parentPort } from 'node:worker_threads'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { answerQuestions } from '../answering.ts'
import type { JobMessage } from '../thread.ts'
import type { DrawnPage, PageSize, PreviewJobs, Viewed } from './previewJobs.ts'
import { textOf } from './pageText.ts'
import { pictureOf } from './pagePicture.ts'
import { readPdf } from './reader.ts'

if (!parentPort) throw new Error('the preview thread is started by preview/pageDrawing.ts')

/** As many as the contract can ask for. */
const MOST_PAGES = 2_001

/** The one that is being looked at: a person looks at one, and reading another takes a moment. */
let open: { id: string; pdf: PDFDocumentProxy } | null = null

answerQuestions<PreviewJobs>(parentPort, perform, Promise.resolve())

async function perform(message: JobMessage<PreviewJobs>): Promise<unknown> {
  const pdf = await documentOf(message.question)
  return message.kind === 'pages' ? sizesOf(pdf) : draw(pdf, message.question)
}

async function documentOf({ id, pdf }: Viewed): Promise<PDFDocumentProxy> {
  if (open?.id !== id) {
    const before = open
    open = null
    await before?.pdf.loadingTask.destroy()
    open = { id, pdf: await readPdf(pdf) }
  }
  return open.pdf
}

async function sizesOf(pdf: PDFDocumentProxy): Promise<PageSize[]> {
  if (pdf.numPages > MOST_PAGES) throw new Error('more pages than anybody looks at')
  const sizes: PageSize[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 })
    sizes.push({ width, height })
  }
  return sizes
}

async function draw(pdf: PDFDocumentProxy, { page: index, width }: { page: number; width: number }): Promise<DrawnPage> {
  const page = await pdf.getPage(index + 1)
  try {
    return { png: await pictureOf(pdf, page, width), text: await textOf(page) }
  } finally {
    page.cleanup()
  }
}
