import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startDrawing, type Drawing } from '../../../electron/documents/drawing.ts'
import { createPageDrawing, type PageDrawing } from '../../../electron/documents/preview/pageDrawing.ts'
import { createPreviewService } from '../../../electron/services/preview.ts'
import type { DocumentRef } from '../../../shared/contract/documents.ts'
import { must, problemOf, silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { startPaperKiosk } from '../../fixtures/documents/paperKiosk.ts'

const document = { kind: 'duplicate', invoiceId: 'i-1' } as const
const stops: (() => Promise<unknown>)[] = []
let drawing: Drawing

beforeAll(() => {
  drawing = startDrawing({ log: silentLog })
})
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})
afterAll(() => drawing.close())

function setUp({ wrap = (pages: PageDrawing): PageDrawing => pages } = {}) {
  const kiosk = startPaperKiosk({ drawing })
  const pages = wrap(createPageDrawing({ log: silentLog }))
  const preview = createPreviewService({ ...kiosk, pages, log: silentLog })
  stops.push(
    () => preview.endSession(),
    () => kiosk.stop(),
  )
  return { ...kiosk, preview }
}

test('a duplicate is shown as what it is before it is printed, and takes no number of a copy', async () => {
  const { preview, documents } = setUp()
  const { previewId, pages } = must(await preview.handlers['preview.open']({ document }))
  expect(pages).toEqual([{ width: 612, height: 792 }])
  const { png, text } = must(await preview.handlers['preview.page']({ previewId, page: 0, width: 300 }))
  expect(Buffer.from(png, 'base64').subarray(1, 4).toString()).toBe('PNG')
  expect(text).toContain('VISTA PREVIA')
  expect(text).not.toContain('DUPLICADO')
  expect(must(await documents.file(document, 'pdf')).copyNumber).toBe(1)
})

test("nobody looks at what they may not read, nor at a page of another visitor's preview", async () => {
  const { preview, counter } = setUp()
  expect(problemOf(await preview.handlers['preview.open']({ document: { kind: 'duplicate', invoiceId: 'not-theirs' } }))).toBe('not-allowed')
  const { previewId } = must(await preview.handlers['preview.open']({ document }))
  counter.openAccount('a-other', 'i-other')
  expect(problemOf(await preview.handlers['preview.page']({ previewId, page: 0, width: 300 }))).toBe('not-allowed')
  counter.openAccount('a-1', 'i-1')
  expect(must(await preview.handlers['preview.page']({ previewId, page: 0, width: 300 })).text).toContain('VISTA PREVIA')
  counter.end('finished')
  expect(problemOf(await preview.handlers['preview.page']({ previewId, page: 0, width: 300 }))).toBe('not-allowed')
})

test('a slip of several accounts is looked at only while all of them may be read', async () => {
  const { preview, counter } = setUp()
  counter.openAccount('a-2', 'i-9', { beside: true })
  const slip: DocumentRef = { kind: 'slip', bankId: 'b-norte', invoiceIds: ['i-1', 'i-9'], accountIds: ['a-1', 'a-2'] }
  const { previewId } = must(await preview.handlers['preview.open']({ document: slip }))
  const look = async () => problemOf(await preview.handlers['preview.page']({ previewId, page: 0, width: 300 }))
  expect(await look()).toBeNull()
  counter.openAccount('a-1', 'i-1')
  expect(await look()).toBe('not-allowed')
})

test('the three opened last can be gone back to', async () => {
  const { preview } = setUp()
  const ids: string[] = []
  for (let opened = 0; opened < 4; opened += 1) ids.push(must(await preview.handlers['preview.open']({ document })).previewId)
  const answers = await Promise.all(ids.map((previewId) => preview.handlers['preview.page']({ previewId, page: 0, width: 200 })))
  expect(answers.map(problemOf)).toEqual(['not-allowed', null, null, null])
})

test('a page that is not there, or a document that nobody draws, fails by itself', async () => {
  const { preview } = setUp()
  const { previewId } = must(await preview.handlers['preview.open']({ document }))
  expect(problemOf(await preview.handlers['preview.page']({ previewId, page: 7, width: 300 }))).toBe('document-failed')
  expect(problemOf(await preview.handlers['preview.open']({ document: { kind: 'turn' } }))).toBe('document-failed')
  expect(problemOf(await preview.handlers['preview.page']({ previewId, page: 0, width: 300 }))).toBeNull()
})

test('S13 when the visit ends its documents are gone, those still being prepared too, and the next visitor has theirs', async () => {
  const rests: string[] = []
  const { preview, counter } = setUp({
    wrap: (pages) => ({
      ...pages,
      async rest() {
        await pages.rest()
        rests.push('rested')
      },
    }),
  })
  const { previewId } = must(await preview.handlers['preview.open']({ document }))
  const page = preview.handlers['preview.page']({ previewId, page: 0, width: 1_200 })
  const another = preview.handlers['preview.open']({ document })
  counter.end('idle')
  await preview.endSession()
  expect([problemOf(await page), problemOf(await another)]).toEqual(['not-allowed', 'not-allowed'])
  expect(rests).toEqual(['rested'])
  counter.openAccount('a-1', 'i-1')
  expect(problemOf(await preview.handlers['preview.page']({ previewId, page: 0, width: 300 }))).toBe('not-allowed')
  expect(must(await preview.handlers['preview.open']({ document })).pages).toHaveLength(1)
})
