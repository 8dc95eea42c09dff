import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAudit } from '../../electron/audit/audit.ts'
import type { Db } from '../../electron/cache/db.ts'
import { openDatabase } from '../../electron/cache/open.ts'
import { startDrawing } from '../../electron/documents/drawing.ts'
import { createOutbox } from '../../electron/outbox/create.ts'
import type { Outbox } from '../../electron/outbox/outbox.ts'
import { openDocumentPrinter } from '../../electron/printing/open.ts'
import { createDrawingTable } from '../../electron/services/documentDrawing.ts'
import { createDocuments } from '../../electron/services/documents.ts'
import { createPrintingService } from '../../electron/services/printing.ts'
import { createCounter, type Counter } from '../../electron/session/counter.ts'
import { fakeClock } from '../fakes/clock.ts'
import { aZone, anAccount, anInvoice, putIntoCache } from '../fixtures/branchData.ts'
import { checkPdf, readCodes, textOf } from '../fixtures/paper.ts'
import { must, openDesk, problemOf, receipt, silentLog, type DeskUnderTest } from '../fixtures/printing.ts'
import { storedClaim } from '../fixtures/receipts.ts'

const WAIT = { timeout: 15_000, interval: 20 }
const drawing = startDrawing({ log: silentLog })
afterAll(() => drawing.close())

let folder: string
let db: Db
let kiosk: ReturnType<typeof start>
const opened: DeskUnderTest[] = []

const papers = (): string[] => {
  const tray = join(folder, 'papel')
  return readdirSync(tray).filter((name) => name.endsWith('.pdf')).sort().map((name) => join(tray, name))
}

/** The part of a kiosk that files and prints, without any network. */
function start() {
  const clock = fakeClock()
  const audit = createAudit({ db, clock })
  const nothing = (): void => undefined
  const counter = createCounter({ clock, isPrinting: () => false, onWarning: nothing, onWithdrawn: nothing, onEnded: nothing })
  const outbox = createOutbox({ db, dataDir: folder, clock, log: silentLog, audit, api: null, machine: 'm', onChanged: nothing })
  const table = createDrawingTable({ db, clock, drawing, fetchOriginal: () => Promise.resolve(null), widthMm: 80 })
  const documents = createDocuments({ db, counter, table })
  const printer = openDocumentPrinter(`file:${join(folder, 'papel')}`, { log: silentLog, clock })
  const under = openDesk({ documents: printer, tickets: null, db, draw: ({ document, ...wish }) => documents.draw(document, wish) })
  opened.push(under)
  const printing = createPrintingService({ db, clock, counter, documents, desk: under.desk })
  counter.openAccount('a-1', 'i-1')
  return { counter, outbox, printing }
}

const file = ({ outbox, counter }: { outbox: Outbox; counter: Counter }): { commandId: string; folio: string } => {
  const command = must(
    outbox.file({
      formId: crypto.randomUUID(),
      sessionId: counter.current().id,
      accountId: 'a-1',
      actor: { kind: 'invoiceHolder' },
      message: { kind: 'claim', payload: { topicId: 't-gone', text: 'Me cobran el doble.', invoiceId: 'i-1', reading: 1230 } },
    }),
  )
  return { commandId: command.id, folio: command.localFolio }
}

const printed = ({ printing }: ReturnType<typeof start>, jobId: string): Promise<void> =>
  vi.waitFor(() => expect(must(printing.job({ jobId })).state).toBe('confirmed'), WAIT)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ventanilla-receipts-'))
  mkdirSync(join(folder, 'papel'))
  db = openDatabase(join(folder, 'ventanilla.db'), { role: 'promises' })
  putIntoCache(db, { zones: [aZone()], accounts: [anAccount()], invoices: [anInvoice()] })
  const { branch } = storedClaim
  db.prepare('INSERT INTO branch (only, data) VALUES (1, ?)').run(JSON.stringify({ ...branch, homeZoneId: 'z-mty', zoneIds: ['z-mty'] }))
  kiosk = start()
  kiosk.outbox.wake()
})

afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ desk }) => desk.stop()))
  await kiosk.outbox.stop()
  db.close()
  rmSync(folder, { recursive: true })
})

it('a receipt comes out right after filing, without a network, and once for two touches', async () => {
  const { commandId, folio } = file(kiosk)
  const job = must(kiosk.printing.print({ document: receipt(commandId) }))
  expect(job).toMatchObject({ kind: 'receipt', documentId: commandId, documentName: folio, copyNumber: 1 })
  expect(must(kiosk.printing.print({ document: receipt(commandId) })).id).toBe(job.id)
  await printed(kiosk, job.id)

  const [paper = '', ...more] = papers()
  expect(more).toEqual([])
  checkPdf(paper)
  for (const words of [folio, 'Reclamación', 'Me cobran el doble.', 'DE 4043 2503', 'A•• M••••• P•••••', 'Sucursal Centro', 'Se enviará en cuanto haya conexión']) {
    expect(textOf(paper)).toContain(words)
  }
  expect(readCodes(paper)).toEqual([{ symbology: 'QR-Code', text: folio }])
})

it('a receipt is for the session that filed, and for nobody else', () => {
  const { commandId } = file(kiosk)
  kiosk.counter.end('finished')
  expect(problemOf(kiosk.printing.print({ document: receipt(commandId) }))).toBe('not-allowed')
  kiosk.counter.openAccount('a-1', 'i-1')
  expect(problemOf(kiosk.printing.print({ document: receipt(commandId) }))).toBe('not-allowed')
  expect(problemOf(kiosk.printing.print({ document: receipt('no-such') }))).toBe('not-allowed')
})

it('a receipt of an account that was deleted meanwhile still comes out, without the account', async () => {
  const { commandId, folio } = file(kiosk)
  db.exec('UPDATE account SET deleted = 1')
  await printed(kiosk, must(kiosk.printing.print({ document: receipt(commandId) })).id)
  expect(textOf(papers()[0] ?? '')).toContain(folio)
  expect(textOf(papers()[0] ?? '')).not.toContain('40989917')
})

it('a command whose bytes are damaged fails its receipt, and harms nothing else', async () => {
  const damaged = file(kiosk)
  const sound = file(kiosk)
  db.prepare(`UPDATE command SET body = CAST('{' AS BLOB) WHERE id = ?`).run(damaged.commandId)
  const { id } = must(kiosk.printing.print({ document: receipt(damaged.commandId) }))
  await printed(kiosk, must(kiosk.printing.print({ document: receipt(sound.commandId) })).id)
  expect(must(kiosk.printing.job({ jobId: id }))).toMatchObject({ state: 'failed', problem: 'not-found' })
})
