import { onTestFinished } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import type { PrintableRef } from '../../../shared/contract/documents.ts'
import { printTimings } from '../../../electron/printing/timings.ts'
import type { PrinterRole, PrintJob } from '../../../shared/contract/printing.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { fakePrinter, type FakePrinter } from '../../fakes/fakePrinter.ts'
import { anOrder, memoryDb, must, openPrinting } from '../../fixtures/printing/printingUnderTest.ts'
import { settled } from './queueWithTime.ts'

interface Branch {
  tickets?: FakePrinter | null
  db?: WritableDb
}

/** A branch with both printers, unless it says otherwise, and hours at its disposal. */
export function setUp({ tickets = fakePrinter(), db = memoryDb() }: Branch = {}) {
  const clock = fakeClock()
  const sheets = fakePrinter()
  onTestFinished(() => void db.close())
  const limits = { perVisit: 6, perAccountAndDay: 20 }
  const under = openPrinting({ documents: sheets, tickets, db, clock, limits, timings: printTimings })
  const job = (id: string): PrintJob => must(under.service.get(id, 's-1'))
  const pass = async (milliseconds: number): Promise<void> => {
    const step = Math.max(100, milliseconds / 1000)
    for (let passed = 0; passed <= milliseconds; passed += step) {
      await settled()
      clock.advance(step)
    }
    await settled()
  }
  const print = async (document: PrintableRef, on?: PrinterRole): Promise<PrintJob> => {
    const asked = must(under.service.print(anOrder({ document }), on))
    // Drawn by pdfkit, which takes its time.
    while (job(asked.id).state === 'queued' && job(asked.id).attention === null) await settled()
    return job(asked.id)
  }
  return { ...under, clock, sheets, tickets: tickets ?? sheets, job, pass, print }
}

export const slip: PrintableRef = { kind: 'slip', bankId: 'b-1', invoiceIds: ['i-1', 'i-2'] }
export const cashTicket: PrintableRef = { kind: 'cashTicket', invoiceIds: ['i-1'] }
export const turn: PrintableRef = { kind: 'turn' }
export const statement: PrintableRef = { kind: 'statement', accountId: 'a-1', from: '2026-01-01', to: '2026-11-21' }
