import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { duplicateModel } from '../../../electron/documents/duplicate/duplicateModel.ts'
import type { DrawnPage, Viewed } from '../../../electron/documents/preview/previewJobs.ts'
import { createPageDrawing, type PageDrawing } from '../../../electron/documents/preview/pageDrawing.ts'
import { shared } from '../../../electron/documents/preview/shelf.ts'
import type { JobAnswer } from '../../../electron/documents/thread.ts'
import { createLog } from '../../../electron/log/log.ts'
import { aPreview, mexicanSource } from '../../fixtures/documents/documentSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { samplePdf } from '../../fixtures/printing/printingUnderTest.ts'
import { rawPdf } from '../../fixtures/documents/rawPdf.ts'
import { findDebianTool, run } from '../../fixtures/tools.ts'

const folder = mkdtempSync(join(tmpdir(), 'ventanilla-preview-'))
const lines: string[] = []
const log = createLog({ write: (line: string) => void lines.push(line) })
const open: PageDrawing[] = []
let duplicate: Uint8Array

/** As long as a job may take here, on any machine. */
const longestJobMs = 120_000

function start(): PageDrawing {
  const pages = createPageDrawing({ log, longestJobMs })
  open.push(pages)
  return pages
}
let count = 0
const viewed = (pdf: Uint8Array): Viewed => ({ id: `p-${++count}`, pdf: shared(pdf) })

beforeAll(async () => {
  const drawing = startDrawing({ log })
  duplicate = (await drawing.drawDuplicate(duplicateModel({ ...mexicanSource, rendition: aPreview }))).pdf
  await drawing.close()
})
afterEach(() => Promise.all(open.splice(0).map((pages) => pages.rest())))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** From the picture's own header. */
const sizeOf = ({ png }: DrawnPage): { width: number; height: number } => {
  const header = Buffer.from(png).subarray(16, 24)
  return { width: header.readUInt32BE(0), height: header.readUInt32BE(4) }
}

/** How much a picture differs from what poppler makes of a page, as wide and as high: 0 to 1. */
function differenceFromPoppler(pdf: Uint8Array, drawn: DrawnPage): number {
  const [file, ours, theirs] = ['page.pdf', 'ours.png', 'theirs'].map((name) => join(folder, name)) as [string, string, string]
  writeFileSync(file, pdf)
  writeFileSync(ours, drawn.png)
  const { width, height } = sizeOf(drawn)
  run('pdftoppm', '-scale-to-x', String(width), '-scale-to-y', String(height), '-singlefile', '-png', file, theirs)
  const compare = findDebianTool('compare', 'imagemagick')
  const { stderr } = spawnSync(compare, ['-metric', 'RMSE', ours, `${theirs}.png`, 'null:'], { encoding: 'utf8' })
  return Number(/\(([\d.e-]+)\)/.exec(stderr)?.[1])
}

test('a page is drawn as poppler draws it, as wide as was asked for, and its codes can be read', async () => {
  const document = viewed(duplicate)
  const pages = start()
  expect(await pages.sizes(document)).toEqual([{ width: 612, height: 792 }])
  const drawn = await pages.draw(document, 0, 1_200)
  expect(sizeOf(drawn)).toEqual({ width: 1_200, height: 1_553 })
  expect(differenceFromPoppler(duplicate, drawn)).toBeLessThan(0.1)
  writeFileSync(join(folder, 'codes.png'), drawn.png)
  expect(run('zbarimg', '--quiet', join(folder, 'codes.png'))).toContain(`CODE-128:${mexicanSource.invoice.paymentReference}`)
})

test('its text is what poppler reads, line by line; a preview says that it is one', async () => {
  const { text } = await start().draw(viewed(duplicate), 0, 400)
  for (const line of ['$3,639.00', 'DE 4043 2503', 'VISTA PREVIA', 'Hoja 1 de 1']) expect(text.split('\n')).toContain(line)
  writeFileSync(join(folder, 'text.pdf'), duplicate)
  const theirs = run('pdftotext', '-raw', join(folder, 'text.pdf'), '-').match(/\S+/g) ?? []
  const letters = (words: string[]): string => [...words.join('')].sort().join('')
  expect(letters(text.match(/\S+/g) ?? [])).toBe(letters(theirs))
})

test('an original that leaves its fonts out is drawn with the letters that it means', async () => {
  const pdf = await samplePdf('Recibo de gas natural', 2)
  const drawn = await start().draw(viewed(pdf), 0, 900)
  expect(drawn.text).toBe('Recibo de gas natural 1/2')
  const blank = rawPdf({ content: '' })
  expect(differenceFromPoppler(pdf, drawn)).toBeLessThan(differenceFromPoppler(blank, drawn))
})

test('of 2,000 pages any is drawn; of more, none', async () => {
  const pages = start()
  const content = '0 0 300 300 re f'
  const document = viewed(rawPdf({ content, pages: 2_000 }))
  expect(await pages.sizes(document)).toHaveLength(2_000)
  expect(sizeOf(await pages.draw(document, 1_999, 300))).toEqual({ width: 300, height: 388 })
  await expect(pages.sizes(viewed(rawPdf({ content, pages: 2_002 })))).rejects.toThrow('more pages')
})

test('what is no PDF, or cannot be opened without a password, is refused, and the next is drawn', async () => {
  const pages = start()
  writeFileSync(join(folder, 'plain.pdf'), duplicate)
  run('qpdf', '--encrypt', 'secreto', 'secreto', '256', '--', join(folder, 'plain.pdf'), join(folder, 'locked.pdf'))
  const locked = Buffer.from(run('base64', '-w0', join(folder, 'locked.pdf')), 'base64')
  for (const pdf of [Buffer.from('%PDF-1.7 and nothing else'), new Uint8Array(), locked]) await expect(pages.sizes(viewed(pdf))).rejects.toThrow()
  await expect(pages.draw(viewed(duplicate), 5, 300)).rejects.toThrow()
  expect(sizeOf(await pages.draw(viewed(duplicate), 0, 300)).width).toBe(300)
})

test('a page that would take for ever, or all memory, ends its thread and nothing else', async () => {
  const calls = Array.from({ length: 1_000 }, () => '/Next Do').join(' ')
  const form = (next: number): { dictionary: string; data: string } => ({
    dictionary: `/Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /Next ${next + 10} 0 R >> >>`,
    data: calls,
  })
  const leaf = { dictionary: '/Subtype /Form /BBox [0 0 612 792]', data: '0 0 9 9 re f' }
  const endless = rawPdf({ content: '/X0 Do', objects: [form(1), form(2), form(3), form(4), leaf] })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const pages = start()
  const before = process.cpuUsage()
  const ended = expect(pages.draw(viewed(endless), 0, 800)).rejects.toThrow('the preview thread ended')
  // By then the thread has begun, and draws.
  await eventually(() => expect(process.cpuUsage(before).user).toBeGreaterThan(2_000_000))
  vi.advanceTimersByTime(longestJobMs)
  await ended
  vi.useRealTimers()
  expect(sizeOf(await pages.draw(viewed(duplicate), 0, 300)).width).toBe(300)
})

test('a page as large as a field is drawn small, and a picture beyond measure is left out of its page', async () => {
  const pages = start()
  const field = await pages.draw(viewed(rawPdf({ size: [100, 14_400], content: '0 0 50 50 re f' })), 0, 2_400)
  expect(sizeOf(field).width * sizeOf(field).height).toBeLessThanOrEqual(12_100_000)
  const picture = { dictionary: '/Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceGray /BitsPerComponent 8', data: 'x' }
  const drawn = await pages.draw(viewed(rawPdf({ content: 'q 600 0 0 600 0 0 cm /X0 Do Q 0 0 50 50 re f', objects: [picture] })), 0, 612)
  expect(sizeOf(drawn)).toEqual({ width: 612, height: 792 })
})

test('S13 when whoever looked leaves, what waits is not begun, and the next has a thread of their own', async () => {
  const pages = start()
  const document = viewed(duplicate)
  await pages.sizes(document)
  const [drawn, waiting] = [pages.draw(document, 0, 2_400), pages.draw(document, 0, 300)]
  const both = Promise.allSettled([drawn, waiting])
  await pages.rest()
  expect((await both).map((settled) => settled.status === 'rejected' && String(settled.reason))).toEqual([
    'Error: whoever looked has left',
    'Error: whoever looked has left',
  ])
  expect(await pages.sizes(document)).toHaveLength(1)
})

test('S35 nothing of what is looked at comes into the log', async () => {
  const pages = start()
  await expect(pages.draw(viewed(duplicate), 7, 300)).rejects.toThrow()
  await pages.draw(viewed(duplicate), 0, 300)
  expect(lines.join('')).not.toMatch(/P•••|4043/)
})

test('the built thread needs its data and the canvas: alone in a folder it draws the same picture as the sources', async () => {
  const root = join(folder, 'alone')
  cpSync('dist/main', join(root, 'dist/main'), { recursive: true })
  for (const name of ['canvas', 'canvas-linux-x64-gnu']) cpSync(`node_modules/@napi-rs/${name}`, join(root, 'node_modules/@napi-rs', name), { recursive: true })
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  const document = viewed(await samplePdf('Recibo'))
  const worker = new Worker(pathToFileURL(join(root, 'dist/main/preview.js')), { stderr: true, stdout: true })
  try {
    worker.postMessage({ id: 1, kind: 'page', question: { ...document, page: 0, width: 500 } })
    const answer = await new Promise<JobAnswer>((resolve, reject) => worker.once('message', resolve).once('error', reject))
    expect(answer).toMatchObject({ ok: true })
    const built = answer.ok ? (answer.answer as DrawnPage) : null
    expect(Buffer.from(built?.png ?? []).equals(Buffer.from((await start().draw(document, 0, 500)).png))).toBe(true)
  } finally {
    await worker.terminate()
  }
})
