import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../electron/cache/openDatabase.ts'
import { systemClock } from '../../electron/clock.ts'
import { startDrawing, type Drawing } from '../../electron/documents/drawing.ts'
import { duplicateModel } from '../../electron/documents/duplicate/duplicateModel.ts'
import { openDocumentPrinter } from '../../electron/printing/openDocumentPrinter.ts'
import type { Printer } from '../../electron/printing/printer.ts'
import type { PrintService } from '../../electron/printing/printService.ts'
import type { Draw } from '../../electron/printing/work.ts'
import { aCopy, mexicanSource } from '../fixtures/documents/documentSamples.ts'
import { startPrinter } from '../fixtures/printing/ippeveprinter.ts'
import { anOrder, duplicate, must, openPrinting, silentLog } from '../fixtures/printing/printingUnderTest.ts'
import { judged, median, milliseconds, printRows, startedAlone, type BenchRow } from './row.ts'

const WARM_UPS = 3
const ROUNDS = 15
const ACCEPTED_MS = 500
/** What the main event loop may be held up at most. */
const CALL_MS = 50

/** From the call that a touch on *Imprimir* makes to the printer's acceptance: stored on disk, drawn, handed over to a real IPP printer. */
export async function benchPrint(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  const real = await startPrinter()
  const drawing = startDrawing({ log: silentLog })
  const db = openDatabase(join(folder, 'ventanilla.db'), { role: 'durable' })
  const acceptances: number[] = []
  const printer = noticing(openDocumentPrinter(real.uri, { log: silentLog, clock: systemClock }), acceptances)
  const { service } = openPrinting({ documents: printer, db, draw: drawWith(drawing), limits: { perVisit: 1000, perAccountAndDay: 1000 } })
  try {
    const rounds = []
    for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) rounds.push(await printOnce(service, `i-${round}`, acceptances))
    const warm = rounds.slice(WARM_UPS)
    return [
      row('Touch on Imprimir to the printer’s acceptance', median(warm.map(({ acceptance }) => acceptance)), ACCEPTED_MS),
      row('The call that a touch on Imprimir makes', median(warm.map(({ call }) => call)), CALL_MS),
    ]
  } finally {
    await service.stop()
    await drawing.close()
    db.close()
    await real.stop()
    rmSync(folder, { recursive: true })
  }
}

/** The printer, with the moments at which it accepted a document. */
function noticing(printer: Printer, acceptances: number[]): Printer {
  return {
    ...printer,
    async submit(document) {
      const submission = await printer.submit(document)
      if (submission.outcome === 'accepted') acceptances.push(performance.now())
      return submission
    },
  }
}

const drawWith =
  (drawing: Drawing): Draw =>
  async ({ copyNumber }) => {
    const { pdf, sheets } = await drawing.drawDuplicate(duplicateModel({ ...mexicanSource, rendition: aCopy(copyNumber) }))
    return { ok: true, value: { bytes: pdf, sheets, kind: 'duplicate', media: 'letter' } }
  }

/** Prints one invoice to its end; milliseconds from the touch. */
async function printOnce(service: PrintService, invoiceId: string, acceptances: number[]): Promise<{ call: number; acceptance: number }> {
  const touch = performance.now()
  const { id } = must(service.print(anOrder({ document: duplicate(invoiceId) })))
  const call = performance.now() - touch
  while (must(service.get(id, 's-1')).state !== 'confirmed') await new Promise((resolve) => setTimeout(resolve, 10))
  const accepted = acceptances.at(-1)
  if (accepted === undefined || accepted < touch) throw new Error('the printer accepted nothing')
  return { call, acceptance: accepted - touch }
}

const row = (work: string, measured: number, budget: number): BenchRow =>
  judged({ work, measured: milliseconds(measured), baseline: `${budget} ms allowed`, ratio: measured / budget, budget: '≤ 1' })

if (startedAlone(import.meta.url)) printRows(await benchPrint())
