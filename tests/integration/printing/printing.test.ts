import { readFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { systemClock } from '../../../electron/clock.ts'
import { openDocumentPrinter } from '../../../electron/printing/openDocumentPrinter.ts'
import type { Printer } from '../../../electron/printing/printer.ts'
import type { PrintJob } from '../../../shared/contract/printing.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { startPrinter, type TestPrinter } from '../../fixtures/printing/ippeveprinter.ts'
import { checkPdf, textOf } from '../../fixtures/documents/readPaper.ts'
import {
  anOrder,
  duplicate,
  must,
  openPrinting,
  problemOf,
  quickTimings,
  type PrintingUnderTest,
  silentLog,
} from '../../fixtures/printing/printingUnderTest.ts'

let real: TestPrinter
let folder: string
let db: WritableDb
let kiosk: PrintingUnderTest
const opened: PrintingUnderTest[] = []

const connectPrinter = (): Printer => openDocumentPrinter(real.uri, { log: silentLog, clock: systemClock })

/** The program started (again) on the same database. */
function start(timings = quickTimings): PrintingUnderTest {
  const started = openPrinting({ documents: connectPrinter(), db, timings })
  opened.push(started)
  return started
}

const stateOf = (jobId: string, of = kiosk): PrintJob => must(of.service.get(jobId, 's-1'))

const reaches = (jobId: string, expected: Partial<PrintJob>): Promise<void> => eventually(() => expect(stateOf(jobId)).toMatchObject(expected))

beforeEach(async () => {
  real = await startPrinter()
  folder = mkdtempSync(join(tmpdir(), 'ventanilla-queue-'))
  db = openDatabase(join(folder, 'kiosk.db'), { role: 'durable' })
  kiosk = start()
})

afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ service }) => service.stop()))
  db.close()
  rmSync(folder, { recursive: true })
  await real.stop()
})

describe('a duplicate at a real printer', () => {
  it('is stored before it is sent, printed once as it was drawn, and audited at every step', async () => {
    const job = must(kiosk.service.print(anOrder()))
    expect(job).toMatchObject({ state: 'queued', copyNumber: 1, sheets: null, canCancel: true })
    expect(real.jobs()).toEqual([])
    await reaches(job.id, { state: 'confirmed', sheets: 1, canCancel: false, asks: false })

    expect(new Set(kiosk.heard(job.id))).toEqual(new Set(['queued', 'sent', 'confirmed']))
    expect(kiosk.heard(job.id).at(-1)).toBe('confirmed')
    const [sent, ...more] = real.jobs()
    expect(more).toEqual([])
    expect(real.sheets()).toHaveLength(1)
    checkPdf(sent ?? '')
    expect(textOf(sent ?? '')).toContain('duplicate 1 i-1')
    expect(kiosk.audited()).toEqual(['print.requested queued', 'print.sent sent', 'print.accepted sent', 'print.ended confirmed'])
  })

  it('arrives byte by byte as it was drawn', async () => {
    const body = Uint8Array.from({ length: 300_000 }, (_, index) => index % 256)
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), body])
    const printer = connectPrinter()
    expect(await printer.submit({ bytes: bytes, title: 'Ventanilla bytes', media: 'a4' })).toMatchObject({ outcome: 'accepted' })
    expect(Buffer.compare(readFileSync(real.jobs()[0] ?? ''), bytes)).toBe(0)
  })

  it('S35 leaves neither number nor holder in names that the printer keeps', async () => {
    const job = must(kiosk.service.print(anOrder({ documentName: 'ZE40389382', accountId: 'sentinel-account' })))
    await reaches(job.id, { state: 'confirmed' })
    expect(real.jobs()[0]).not.toMatch(/ZE40389382|sentinel/i)
  })

  it('S08 waits for paper, says so, and prints exactly one copy when the tray is filled', async () => {
    real.emptyTray()
    const job = must(kiosk.service.print(anOrder()))
    await reaches(job.id, { state: 'sent', attention: 'paper' })
    expect(kiosk.service.isPrinting('s-1')).toBe(false)
    expect(real.sheets()).toEqual([])
    real.refill()
    await reaches(job.id, { state: 'confirmed', attention: null })
    expect(real.sheets()).toHaveLength(1)
    expect(real.jobs()).toHaveLength(1)
  })

  it('waits while the printer is busy with the job of somebody else', async () => {
    real.hold()
    const neighbour = connectPrinter()
    await neighbour.submit({ bytes: Buffer.from('%PDF-1.4'), title: 'somebody else', media: 'letter' })
    const job = must(kiosk.service.print(anOrder()))
    await eventually(() => expect(kiosk.audited()).toContain('print.postponed queued'))
    real.release()
    await reaches(job.id, { state: 'confirmed' })
    expect(real.sheets()).toHaveLength(2)
  })
})

describe('a printer that fails', () => {
  it('absent when asked: nothing was sent, and the same copy is sent again when it is back', async () => {
    await real.kill()
    const job = must(kiosk.service.print(anOrder()))
    await reaches(job.id, { state: 'failed', problem: 'printer-offline', canRetry: true })
    await real.restart()
    expect(must(kiosk.service.retry(job.id, 's-1'))).toMatchObject({ id: job.id, state: 'queued', copyNumber: 1 })
    await reaches(job.id, { state: 'confirmed', copyNumber: 1, problem: null })
    expect(real.sheets()).toHaveLength(1)
  })

  it('S07 dies half-way: unknown, the person is asked, and nothing prints by itself after a restart of both', async () => {
    const timings = { ...quickTimings }
    kiosk = start(timings)
    real.hold()
    const job = must(kiosk.service.print(anOrder()))
    await eventually(() => expect(real.jobs()).toHaveLength(1))
    await reaches(job.id, { state: 'sent' })
    await real.kill()
    await reaches(job.id, { state: 'sent', attention: 'offline' })
    timings.offlineGivenUp = 0
    await reaches(job.id, { state: 'unknown', attention: null, asks: true, canRetry: false })

    real.release()
    await real.restart()
    await kiosk.service.stop()
    const restarted = start()
    restarted.service.recover()
    const proof = must(restarted.service.print(anOrder({ sessionId: 's-2', document: duplicate('i-2') })))
    await eventually(() => expect(must(restarted.service.get(proof.id, 's-2')).state).toBe('confirmed'))
    expect(real.sheets()).toHaveLength(1)
    expect(stateOf(job.id, restarted)).toMatchObject({ state: 'unknown', asks: true })
  })

  it('S07 the program itself dies half-way: unknown after its restart, and not printed again', async () => {
    real.emptyTray()
    const sent = must(kiosk.service.print(anOrder()))
    await reaches(sent.id, { state: 'sent', attention: 'paper' })
    const waiting = must(kiosk.service.print(anOrder({ document: duplicate('i-2') })))
    await kiosk.service.stop()

    const restarted = start()
    restarted.service.recover()
    expect(stateOf(sent.id, restarted)).toMatchObject({ state: 'unknown', asks: true })
    expect(stateOf(waiting.id, restarted)).toMatchObject({ state: 'cancelled' })
    real.refill()
    await eventually(() => expect(real.sheets()).toHaveLength(1))
    expect(real.jobs()).toHaveLength(1)
  })

  it('comes back without memory of the job: unknown', async () => {
    real.hold()
    const job = must(kiosk.service.print(anOrder()))
    await reaches(job.id, { state: 'sent' })
    await eventually(() => expect(real.jobs()).toHaveLength(1))
    await real.kill()
    await real.restart()
    await reaches(job.id, { state: 'unknown', asks: true })
  })

  it('comes back and numbers its jobs anew: another job under the number is not taken for ours', async () => {
    real.hold()
    const printer = connectPrinter()
    const submission = await printer.submit({ bytes: Buffer.from('%PDF-1.4'), title: 'Ventanilla ours', media: 'letter' })
    const ref = submission.outcome === 'accepted' ? submission.ref : ''
    expect(await printer.query(ref)).not.toBe('forgotten')
    await real.kill()
    await real.restart()
    real.release()
    const another = await printer.submit({ bytes: Buffer.from('%PDF-1.4'), title: 'Ventanilla another', media: 'letter' })
    expect(another.outcome).toBe('accepted')
    expect(await printer.query(ref)).toBe('forgotten')
    expect(await printer.cancel(ref)).toBe(false)
  })

  it('gives a job up: nobody knows what came out, so that a "no" with its reason is needed for another copy', async () => {
    real.breakNextJob()
    const job = must(kiosk.service.print(anOrder()))
    await reaches(job.id, { state: 'unknown', asks: true, canRetry: false })
    expect(problemOf(kiosk.service.retry(job.id, 's-1'))).toBe('job-finished')
    expect(must(kiosk.service.answer(job.id, 's-1', { cameOut: false }))).toMatchObject({ asks: true, canRetry: false })
    const said = must(kiosk.service.answer(job.id, 's-1', { cameOut: false, trouble: 'nothing' }))
    expect(said).toMatchObject({ asks: false, canRetry: true })

    const another = must(kiosk.service.retry(job.id, 's-1'))
    expect(another).toMatchObject({ state: 'queued', copyNumber: 2 })
    expect(another.id).not.toBe(job.id)
    expect(must(kiosk.service.retry(job.id, 's-1')).id).toBe(another.id)
    await reaches(another.id, { state: 'confirmed' })
    expect(real.sheets()).toHaveLength(1)
    expect(stateOf(job.id)).toMatchObject({ state: 'unknown', canRetry: false })
  })

  it('a "yes" ends the question', async () => {
    real.breakNextJob()
    const job = must(kiosk.service.print(anOrder()))
    await reaches(job.id, { asks: true })
    expect(must(kiosk.service.answer(job.id, 's-1', { cameOut: true }))).toMatchObject({ state: 'confirmed', asks: false })
    expect(kiosk.audited().at(-1)).toBe('print.answered confirmed')
  })
})

describe('cancelling', () => {
  it('ends a job in the printer, and nothing comes out of it', async () => {
    real.hold()
    const job = must(kiosk.service.print(anOrder()))
    await reaches(job.id, { state: 'sent' })
    await eventually(() => expect(real.jobs()).toHaveLength(1))
    expect(must(kiosk.service.cancel(job.id, 's-1'))).toMatchObject({ state: 'sent', canCancel: false })
    await reaches(job.id, { state: 'cancelled' })
    real.release()
    expect(real.sheets()).toEqual([])
  })

  it('S13 leaves nothing of the person who is gone, neither waiting here nor in the printer', async () => {
    real.emptyTray()
    const sent = must(kiosk.service.print(anOrder()))
    await reaches(sent.id, { attention: 'paper' })
    const waiting = must(kiosk.service.print(anOrder({ document: duplicate('i-2') })))
    kiosk.service.endSession('s-1')
    expect(stateOf(waiting.id).state).toBe('cancelled')
    await reaches(sent.id, { state: 'cancelled' })

    real.refill()
    const next = must(kiosk.service.print(anOrder({ sessionId: 's-2', document: duplicate('i-3') })))
    expect(problemOf(kiosk.service.get(sent.id, 's-2'))).toBe('not-allowed')
    await eventually(() => expect(must(kiosk.service.get(next.id, 's-2')).state).toBe('confirmed'))
    expect(real.sheets()).toHaveLength(1)
  })
})

describe('whoever finishes while the sheet is on its way', () => {
  it('gets the sheet, also when they were quick', async () => {
    const job = must(kiosk.service.print(anOrder()))
    await Promise.resolve()
    kiosk.service.endSession('s-1')
    await reaches(job.id, { state: 'confirmed' })
    expect(real.sheets()).toHaveLength(1)
  })
})

it('prints jobs of one printer one after another', async () => {
  const jobs = ['i-1', 'i-2', 'i-3'].map((id) => must(kiosk.service.print(anOrder({ document: duplicate(id) }))))
  for (const job of jobs) await reaches(job.id, { state: 'confirmed' })
  expect(real.sheets().map((sheet) => /i-\d/.exec(textOf(sheet))?.[0])).toEqual(['i-1', 'i-2', 'i-3'])
  expect(kiosk.audited()).not.toContain('print.postponed queued')
})

it('stops while a job waits for paper, without waiting for it', async () => {
  real.emptyTray()
  const job = must(kiosk.service.print(anOrder()))
  await reaches(job.id, { attention: 'paper' })
  await kiosk.service.stop()
  expect(db.prepare('SELECT state FROM print_job').pluck().get()).toBe('sent')
})
