import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { startDrawing, type Drawing } from '../../../electron/documents/drawing.ts'
import { duplicateModel, type DuplicateModel } from '../../../electron/documents/duplicate/duplicateModel.ts'
import type { JobAnswer } from '../../../electron/documents/thread.ts'
import { createLog } from '../../../electron/log/log.ts'
import { manyLines, mexicanSource, withInvoice } from '../../fixtures/documents/documentSamples.ts'
import { run } from '../../fixtures/tools.ts'

const model = duplicateModel(mexicanSource)
const open: Drawing[] = []
const lines: string[] = []

function start(limits: { longestJobMs?: number; mostMemoryMb?: number } = {}): Drawing {
  const log = createLog({ write: (line: string) => void lines.push(line) })
  const drawing = startDrawing({ log, longestJobMs: 120_000, ...limits })
  open.push(drawing)
  return drawing
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((drawing) => drawing.close()))
  lines.length = 0
})

test('jobs given at once are all done', async () => {
  const drawing = start()
  const drawn = await Promise.all([1, 40, 120].map((count) => drawing.drawDuplicate(duplicateModel(withInvoice(manyLines(count))))))
  expect(drawn.map(({ sheets }) => sheets)).toEqual([1, 2, 4])
})

test('a model that cannot be drawn fails its own job and no other', async () => {
  const drawing = start()
  const broken = { ...model, facts: null } as unknown as DuplicateModel
  await expect(drawing.drawDuplicate(broken)).rejects.toThrow()
  await expect(drawing.drawDuplicate(model)).resolves.toMatchObject({ sheets: 1 })
})

test('a job that takes too long is abandoned with its thread, each time', async () => {
  const drawing = start({ longestJobMs: 1 })
  await expect(drawing.drawDuplicate(model)).rejects.toThrow('the documents thread ended')
  await expect(drawing.drawDuplicate(model)).rejects.toThrow('the documents thread ended')
})

test('a document beyond measure ends its thread and nothing else: the next is drawn by another', async () => {
  const drawing = start({ mostMemoryMb: 256 })
  const rows = Array.from({ length: 10_000 }, () => model.charges.rows).flat()
  const endless = { ...model, charges: { ...model.charges, rows } }
  await expect(drawing.drawDuplicate(endless)).rejects.toThrow('the documents thread ended')
  expect(lines.join('')).toContain('thread job over memory limit: thread terminated')
  await expect(drawing.drawDuplicate(model)).resolves.toMatchObject({ sheets: 1 })
})

test('the sheets of any PDF are counted; what is no PDF is refused', async () => {
  const drawing = start()
  const { pdf } = await drawing.drawDuplicate(duplicateModel(withInvoice(manyLines(120))))
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-count-'))
  try {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, pdf)
    expect(await drawing.countSheets(pdf)).toBe(Number(run('qpdf', '--show-npages', file)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  await expect(drawing.countSheets(Buffer.from('%PDF-1.7 and nothing else'))).rejects.toThrow()
  await expect(drawing.countSheets(new Uint8Array())).rejects.toThrow()
})

test('after closing nothing is drawn', async () => {
  const drawing = start()
  await drawing.close()
  await expect(drawing.drawDuplicate(model)).rejects.toThrow('closed')
})

test('S35 a failure leaves nothing of the paper in the log', async () => {
  const drawing = start()
  await expect(drawing.drawDuplicate({ ...model, charges: null } as unknown as DuplicateModel)).rejects.toThrow()
  expect(lines.join('')).not.toContain(model.holder)
})

test('the built thread needs its fonts and no package: alone in a folder it draws the same bytes as the sources', async () => {
  const root = mkdtempSync(join(tmpdir(), 'ventanilla-built-'))
  cpSync('dist/main', join(root, 'dist/main'), { recursive: true })
  cpSync('resources/fonts', join(root, 'resources/fonts'), { recursive: true })
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  const worker = new Worker(pathToFileURL(join(root, 'dist/main/documents.js')), { stderr: true, stdout: true })
  try {
    worker.postMessage({ id: 1, kind: 'duplicate', question: model })
    const answer = await new Promise<JobAnswer>((resolve, reject) => worker.once('message', resolve).once('error', reject))
    const { pdf } = await start().drawDuplicate(model)
    expect(answer).toMatchObject({ ok: true })
    const built = answer.ok ? (answer.answer as { pdf: Uint8Array }).pdf : new Uint8Array()
    expect(Buffer.from(built).equals(Buffer.from(pdf))).toBe(true)
    worker.postMessage({ id: 2, kind: 'sheets', question: pdf })
    expect(await new Promise((resolve) => worker.once('message', resolve))).toEqual({ id: 2, ok: true, answer: 1 })
  } finally {
    await worker.terminate()
    rmSync(root, { recursive: true, force: true })
  }
})
