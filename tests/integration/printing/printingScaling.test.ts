import { afterAll, expect, it } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { openIpp } from '../../../electron/printing/ipp/ippConnection.ts'
import { openDocumentPrinter } from '../../../electron/printing/openDocumentPrinter.ts'
import type { Printer } from '../../../electron/printing/printer.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { startPrinter } from '../../fixtures/printing/ippeveprinter.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const said = ['mimeMediaType document-format-supported application/pdf', 'keyword media-supported iso_a4_210x297mm', 'keyword sides-supported one-sided']
const scalingBy = (ways: string) => startPrinter({ attributes: [...said, `keyword print-scaling-supported ${ways}`].map((line) => `ATTR ${line}`) })

const printers = await Promise.all([scalingBy('auto,fit,none'), scalingBy('auto,fit')])
afterAll(() => Promise.all(printers.map((printer) => printer.stop())))
const [exact, fitting] = printers

/** The printer may be busy with the order before. */
async function sendPage(printer: Printer, trueSize: boolean): Promise<string> {
  const taken = await printer.submit({ bytes: Buffer.from('%PDF-1.7'), title: 'Ventanilla 1', media: 'a4', trueSize })
  if (taken.outcome !== 'accepted') throw new Error(`the printer says ${taken.outcome}`)
  return taken.ref
}

/** What the printer has kept of the order. */
async function scalingOf({ uri }: { uri: string }, { trueSize }: { trueSize: boolean }): Promise<unknown> {
  const options = { log: silentLog, clock: systemClock }
  const printer = openDocumentPrinter(uri, options)
  const ref = await eventually(() => sendPage(printer, trueSize))
  const ipp = openIpp({ uri, ...options })
  const operationAttributes = { 'job-id': Number.parseInt(ref), 'requested-attributes': ['print-scaling', 'media'] }
  const answered = await ipp.ask({ operation: 'Get-Job-Attributes', operationAttributes })
  return answered.kind === 'understood' && Object.fromEntries(answered.answer.attributes)
}

it('what we have drawn comes out as large as it is, where the printer can do that', async () => {
  expect(await scalingOf(exact, { trueSize: true })).toMatchObject({ media: ['iso_a4_210x297mm'], 'print-scaling': ['none'] })
})

it('an original, which may be of another size, is left to the printer', async () => {
  expect(await scalingOf(exact, { trueSize: false })).not.toHaveProperty('print-scaling')
})

it('a printer that does not know it is not asked for it', async () => {
  const kept = await scalingOf(fitting, { trueSize: true })
  expect(kept).toHaveProperty('media')
  expect(kept).not.toHaveProperty('print-scaling')
})
