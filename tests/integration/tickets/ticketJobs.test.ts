import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { systemClock } from '../../../electron/clock.ts'
import { openDocumentPrinter } from '../../../electron/printing/openDocumentPrinter.ts'
import type { Printer } from '../../../electron/printing/printer.ts'
import { openTicketPrinter } from '../../../electron/printing/tickets/openTicketPrinter.ts'
import { ticketTimeouts, type TicketTimeouts } from '../../../electron/printing/tickets/timeouts.ts'
import type { Draw } from '../../../electron/printing/work.ts'
import type { Attention, PrinterRole, PrintJob } from '../../../shared/contract/printing.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { startPrinter } from '../../fixtures/printing/ippeveprinter.ts'
import { anOrder, drawOnePage, duplicate, must, openPrinting, receipt, silentLog, type PrintingUnderTest } from '../../fixtures/printing/printingUnderTest.ts'
import { startTicketPrinter, type Condition, type TicketPrinter } from '../../fixtures/printing/startTicketPrinter.ts'

/** A printer in this process answers at once. */
const patient: TicketTimeouts = { ...ticketTimeouts, connect: 30_000, answer: 30_000, take: 30_000, unconfirmed: 60_000 }
const CUT = Buffer.from([0x1d, 0x56, 0x00])

let real: TicketPrinter
let folder: string
let db: WritableDb
let kiosk: PrintingUnderTest
const opened: PrintingUnderTest[] = []

/** What comes out of the ticket printer is told apart by the name of its command. */
const drawTicket: Draw = (order) => {
  const { document } = order
  if (order.printer === 'documents' || document.kind !== 'receipt') return drawOnePage(order)
  const bytes = Buffer.concat([Buffer.from(`\x1b@${`${document.commandId} `.repeat(200)}\n`), CUT])
  return Promise.resolve({ ok: true, value: { bytes, sheets: 1, kind: 'receipt' } })
}

const sheets = (): Printer => openDocumentPrinter(`file:${join(folder, 'papel')}`, { log: silentLog, clock: systemClock })

/** The program started (again) on the same database. */
function start({ documents = sheets(), timeouts = patient } = {}): PrintingUnderTest {
  const tickets = openTicketPrinter(real.address, { log: silentLog, clock: systemClock, timeouts })
  const started = openPrinting({ documents, tickets, db, draw: drawTicket })
  opened.push(started)
  return started
}

const jobOf = (id: string): PrintJob => must(kiosk.service.get(id, 's-1'))
const reaches = (id: string, expected: Partial<PrintJob>): Promise<void> => eventually(() => expect(jobOf(id)).toMatchObject(expected))
const print = (commandId: string, on?: PrinterRole): PrintJob => must(kiosk.service.print(anOrder({ document: receipt(commandId) }), on))
/** How many tickets of that command came out. */
const cameOut = (commandId: string): number => real.tickets.filter((ticket) => ticket.includes(`${commandId} `)).length

beforeEach(async () => {
  real = await startTicketPrinter()
  folder = mkdtempSync(join(tmpdir(), 'ventanilla-tickets-'))
  db = openDatabase(join(folder, 'kiosk.db'), { role: 'durable' })
  kiosk = start()
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ service }) => service.stop()))
  db.close()
  rmSync(folder, { recursive: true })
  await real.stop()
})

it('a ticket comes out once, and is confirmed by its printer', async () => {
  const { id } = print('c-1')
  await reaches(id, { state: 'confirmed', printer: 'tickets', sheets: 1 })
  expect(cameOut('c-1')).toBe(1)
  expect(kiosk.audited()).toEqual(['print.requested queued', 'print.sent sent', 'print.accepted sent', 'print.ended confirmed'])
})

it.each<[Partial<Condition>, Partial<Condition>, Attention]>([
  [{ paper: 'out' }, { paper: 'full' }, 'paper'],
  [{ coverOpen: true }, { coverOpen: false }, 'cover'],
  [{ error: 'cutter' }, { error: null }, 'jam'],
  [{ error: 'unrecoverable' }, { error: null }, 'other'],
  [{ offline: true }, { offline: false }, 'paused'],
])('S08 with %j before the ticket: waits and says so, and prints one when it is seen to', async (fault, mended, attention) => {
  real.set(fault)
  const { id } = print('c-1')
  await reaches(id, { state: 'queued', attention, canCancel: true })
  expect([real.tickets.length, real.waiting()]).toEqual([0, 0])
  real.set(mended)
  await reaches(id, { state: 'confirmed', attention: null })
  expect(cameOut('c-1')).toBe(1)
})

it('S08 the roll ends in the middle of a ticket: it waits, goes on with the new roll, and is one', async () => {
  real.set({ paperFor: 300 })
  const { id } = print('c-1')
  await reaches(id, { state: 'sent', attention: 'paper' })
  real.set({ paper: 'full' })
  await reaches(id, { state: 'confirmed' })
  expect(cameOut('c-1')).toBe(1)
})

it.each<[string, Partial<Condition>, Partial<TicketTimeouts>]>([
  ['dies half-way', { diesAfter: 200 }, {}],
  ['never says that it has printed', { neverConfirms: true }, { unconfirmed: 500 }],
  ['never says anything', { mute: true }, { answer: 300, mute: 600 }],
  ['takes the line and reads nothing', { hangs: true }, { answer: 300, mute: 600 }],
])('S07 a printer that %s: unknown, asked about, and never sent again by itself', async (_fault, condition, silence) => {
  kiosk = start({ timeouts: { ...patient, ...silence } })
  real.set(condition)
  const { id } = print('c-1')
  await reaches(id, { state: 'unknown', asks: true, canRetry: false, alternativePrinter: null })
  real.set({ diesAfter: null, neverConfirms: false, mute: false, hangs: false })
  const next = print('c-2')
  await reaches(next.id, { state: 'confirmed' })
  expect(cameOut('c-1')).toBeLessThanOrEqual(1)
  expect(jobOf(id).state).toBe('unknown')
})

it('S07 the program starts anew while a ticket waits half-way: unknown, and staff who look at the printer say what came out', async () => {
  real.set({ paperFor: 300 })
  const { id } = print('c-1')
  await reaches(id, { state: 'sent', attention: 'paper' })
  await kiosk.service.stop()
  kiosk = start()
  kiosk.service.recover()
  real.set({ paper: 'full' })
  expect(kiosk.service.asking(50)).toMatchObject([{ jobId: id, printer: 'tickets', state: 'unknown', asks: true }])
  await eventually(() => expect(cameOut('c-1')).toBe(1))
  expect(must(kiosk.service.answerAsStaff(id, true, 'staff'))).toMatchObject({ state: 'confirmed', asks: false })
  const next = print('c-2')
  await reaches(next.id, { state: 'confirmed' })
  expect(cameOut('c-1')).toBe(1)
})

it('a printer that is switched off: nothing was sent; the same ticket when it is on again, or a sheet in its place', async () => {
  await real.switchOff()
  const { id } = print('c-1')
  await reaches(id, { state: 'failed', problem: 'printer-offline', canRetry: true, alternativePrinter: 'documents' })
  const sheet = print('c-2', 'documents')
  await reaches(sheet.id, { state: 'confirmed', printer: 'documents' })
  await real.switchOn()
  must(kiosk.service.retry(id, 's-1'))
  await reaches(id, { state: 'confirmed', copyNumber: 1 })
  expect([cameOut('c-1'), cameOut('c-2')]).toEqual([1, 0])
})

describe('two jobs at once', () => {
  it('on one printer come out one after the other, and are not mixed', async () => {
    const jobs = ['c-1', 'c-2', 'c-3'].map((commandId) => print(commandId))
    for (const { id } of jobs) await reaches(id, { state: 'confirmed' })
    expect(real.tickets.map((ticket) => [...new Set(ticket.toString('latin1').match(/c-\d/g))])).toEqual([['c-1'], ['c-2'], ['c-3']])
  })

  it('on two printers come out side by side: a sheet that waits for paper keeps no ticket', async () => {
    const laser = await startPrinter()
    try {
      kiosk = start({ documents: openDocumentPrinter(laser.uri, { log: silentLog, clock: systemClock }) })
      laser.emptyTray()
      const sheet = must(kiosk.service.print(anOrder({ document: duplicate('i-1') })))
      await reaches(sheet.id, { state: 'sent', attention: 'paper' })
      const ticket = print('c-1')
      await reaches(ticket.id, { state: 'confirmed' })
      expect(jobOf(sheet.id)).toMatchObject({ state: 'sent', attention: 'paper' })
      laser.refill()
      await reaches(sheet.id, { state: 'confirmed' })
      expect([laser.sheets().length, cameOut('c-1')]).toEqual([1, 1])
    } finally {
      await kiosk.service.stop()
      await laser.stop()
    }
  })
})
