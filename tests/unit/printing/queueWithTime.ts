import { onTestFinished } from 'vitest'
import type { PrintOrder } from '../../../electron/printing/jobStore.ts'
import { printTimings } from '../../../electron/printing/timings.ts'
import type { Draw } from '../../../electron/printing/work.ts'
import type { JobKind, PrinterStatus, PrintJob } from '../../../shared/contract/printing.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { fakePrinter } from '../../fakes/fakePrinter.ts'
import { anOrder, memoryDb, must, openPrinting } from '../../fixtures/printing/printingUnderTest.ts'

export const drawn =
  (sheets = 1, kind: JobKind = 'duplicate'): Draw =>
  () =>
    Promise.resolve({ ok: true, value: { bytes: Buffer.from('%PDF-1.7'), sheets, kind, media: 'a4' } })

/** The print service with hours at its disposal. */
export function setUp({ draw = drawn(), limits = { perVisit: 6, perAccountAndDay: 20 } } = {}) {
  const clock = fakeClock()
  const printer = fakePrinter()
  const db = memoryDb()
  onTestFinished(() => void db.close())
  const kiosk = openPrinting({ documents: printer, clock, draw, limits, db, timings: printTimings })
  const job = (id: string, sessionId = 's-1'): PrintJob => must(kiosk.service.get(id, sessionId))
  /** Lets so much time pass, the printer answering in between. */
  const pass = async (milliseconds: number): Promise<void> => {
    const step = Math.max(100, milliseconds / 1000)
    for (let passed = 0; passed <= milliseconds; passed += step) {
      await settled()
      clock.advance(step)
    }
    await settled()
  }
  const print = async (change: Partial<PrintOrder> = {}): Promise<PrintJob> => {
    const asked = must(kiosk.service.print(anOrder(change)))
    await settled()
    return job(asked.id, change.sessionId)
  }
  return { ...kiosk, clock, printer, job, pass, print }
}

export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const noPaper = (): PrinterStatus => ({ state: 'attention', attention: ['paper'] })
