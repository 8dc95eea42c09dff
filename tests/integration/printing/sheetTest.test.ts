import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startSayingPrinter } from '../../fixtures/printing/sayingPrinter.ts'

/** `npm run sheet:test`, as whoever sets a printer up runs it. */
const sheetTest = (address: string): Promise<{ code: number; output: string }> =>
  new Promise((resolve) =>
    execFile(process.execPath, ['scripts/test-sheet.ts', address], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    ),
  )

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ventanilla-sheet-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('prints a sheet and says so', async () => {
  expect(await sheetTest(`file:${folder}`)).toMatchObject({ code: 0, output: expect.stringContaining('test page: completed') as string })
  expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toHaveLength(1)
})

it('tells what the printer says of a document that failed', async () => {
  const printer = await startSayingPrinter({ job: [9, 'document-format-error'], printer: [3, 'toner-low-warning'] })
  expect(await sheetTest(printer.uri)).toMatchObject({ code: 1, output: expect.stringContaining('test page: aborted') as string })
  await printer.stop()
})

it('names the forms of an address that it does not understand', async () => {
  expect(await sheetTest('lp0')).toMatchObject({ code: 2, output: expect.stringContaining('cups:NAME') as string })
})
