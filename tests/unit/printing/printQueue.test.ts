import { afterEach, describe, expect, it } from 'vitest'
import type { Db } from '../../../electron/cache/open.ts'
import type { PrintOrder } from '../../../electron/printing/queue.ts'
import { printTimings } from '../../../electron/printing/timings.ts'
import type { Draw } from '../../../electron/printing/work.ts'
import type { PrinterStatus, PrintJob } from '../../../shared/contract/printing.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { fakePrinter } from '../../fakes/printer.ts'
import { anOrder, memoryDb, must, openQueue, problemOf } from '../../fixtures/printing.ts'

const drawn = (sheets = 1, kind: 'duplicate' | 'original' = 'duplicate'): Draw => () =>
  Promise.resolve({ ok: true, value: { pdf: Buffer.from('%PDF-1.7'), sheets, kind, media: 'a4' } })

const opened: Db[] = []
afterEach(() => opened.splice(0).forEach((db) => db.close()))

/** The queue with hours at its disposal. */
function setUp({ draw = drawn(), limits = { perVisit: 6, perAccountAndDay: 20 } } = {}) {
  const clock = fakeClock()
  const printer = fakePrinter()
  const db = memoryDb()
  opened.push(db)
  const kiosk = openQueue({ printer, clock, draw, limits, db, timings: printTimings })
  const job = (id: string, sessionId = 's-1'): PrintJob => must(kiosk.queue.get(id, sessionId))
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
    const asked = must(kiosk.queue.print(anOrder(change)))
    await settled()
    return job(asked.id, change.sessionId)
  }
  return { ...kiosk, clock, printer, job, pass, print }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const noPaper = (): PrinterStatus => ({ state: 'attention', attention: ['paper'] })

describe('following a job', () => {
  it('S08 waits an hour for paper, and then prints exactly one copy', async () => {
    const { printer, print, job, pass, heard } = setUp()
    printer.say('processing', noPaper())
    const { id } = await print()
    await pass(HOUR)
    expect(job(id)).toMatchObject({ state: 'sent', attention: 'paper' })
    printer.say('processing')
    await pass(5_000)
    expect(job(id)).toMatchObject({ state: 'sent', attention: null })
    printer.say('completed')
    await pass(5_000)
    expect(job(id).state).toBe('confirmed')
    expect(printer.taken).toHaveLength(1)
    expect(heard(id)).toEqual(['queued', 'sent', 'sent', 'sent paper', 'sent', 'confirmed'])
  })

  it('says that the printer is offline, and gives it up when it stays so', async () => {
    const { printer, print, job, pass } = setUp()
    printer.say('unreachable')
    const { id } = await print()
    await pass(1_000)
    expect(job(id).attention).toBeNull()
    await pass(8_000)
    expect(job(id)).toMatchObject({ state: 'sent', attention: 'offline' })
    await pass(printTimings.offlineGivenUp)
    expect(job(id)).toMatchObject({ state: 'unknown', asks: true })
  })

  it('is patient anew with a printer that comes back in between', async () => {
    const { printer, print, job, pass } = setUp()
    printer.say('unreachable')
    const { id } = await print()
    await pass(printTimings.offlineGivenUp - 20_000)
    printer.say('processing')
    await pass(10_000)
    expect(job(id)).toMatchObject({ state: 'sent', attention: null })
    printer.say('unreachable')
    await pass(printTimings.offlineGivenUp - 20_000)
    expect(job(id)).toMatchObject({ state: 'sent', attention: 'offline' })
  })

  it('gives up a printer that prints for ever', async () => {
    const { printer, print, job, pass } = setUp()
    printer.say('processing')
    const { id } = await print()
    await pass(printTimings.stuckGivenUp - MINUTE)
    expect(job(id).state).toBe('sent')
    await pass(2 * MINUTE)
    expect(job(id).state).toBe('unknown')
  })

  it('gives up a printer that does not end a cancelled job, and goes on with the next', async () => {
    const { printer, print, job, pass, queue } = setUp()
    printer.say('stopped')
    const { id } = await print()
    const next = await print({ invoiceId: 'i-2' })
    must(queue.cancel(id, 's-1'))
    await pass(printTimings.cancelGivenUp + 5_000)
    expect(job(id).state).toBe('unknown')
    expect(printer.cancelled).toHaveLength(1)
    expect(job(next.id)).toMatchObject({ state: 'sent', attention: 'other' })
  })

  it('asks again for the end of a job whose printer did not hear it', async () => {
    const { printer, print, job, pass, queue } = setUp()
    printer.say('unreachable')
    const { id } = await print()
    must(queue.cancel(id, 's-1'))
    await pass(5_000)
    printer.say('processing')
    await pass(5_000)
    expect(printer.cancelled.length).toBeGreaterThan(1)
    printer.say('canceled')
    await pass(5_000)
    expect(job(id).state).toBe('cancelled')
  })
})

describe('handing over', () => {
  it('tries again while the printer is busy with others, without ever sending twice', async () => {
    const { printer, print, job, pass, audited } = setUp()
    printer.meet('busy', 'busy')
    const { id } = await print()
    expect(job(id).state).toBe('queued')
    await pass(10_000)
    expect(job(id).state).toBe('confirmed')
    expect(printer.taken).toHaveLength(1)
    expect(audited().filter((entry) => entry.startsWith('print.postponed'))).toHaveLength(2)
  })

  it('gives up a printer that stays busy: failed, surely nothing printed', async () => {
    const { printer, print, job, pass } = setUp()
    printer.meet(...Array.from({ length: 200 }, () => 'busy' as const))
    const { id } = await print()
    await pass(printTimings.busyGivenUp + 5_000)
    expect(job(id)).toMatchObject({ state: 'failed', problem: 'printer-refused', canRetry: true })
    expect(printer.taken).toEqual([])
  })

  it('never sends again by itself what may have been sent', async () => {
    const { printer, print, job, pass } = setUp()
    printer.meet('unclear')
    const { id } = await print()
    await pass(HOUR)
    expect(job(id)).toMatchObject({ state: 'unknown', asks: true })
    expect(printer.taken).toHaveLength(1)
  })

  it.each([
    ['unreachable', 'printer-offline'],
    ['refused', 'printer-refused'],
  ] as const)('%s: failed, and the same job may be sent again under its number', async (outcome, problem) => {
    const { printer, print, job, queue } = setUp()
    printer.meet(outcome)
    const { id } = await print()
    expect(job(id)).toMatchObject({ state: 'failed', problem, canRetry: true, copyNumber: 1 })
    expect(must(queue.retry(id, 's-1')).id).toBe(id)
    await settled()
    expect(job(id)).toMatchObject({ state: 'confirmed', copyNumber: 1 })
  })

  it('names the job without anything of the person', async () => {
    const { printer, print } = setUp()
    const { id } = await print()
    expect(printer.taken[0]).toMatchObject({ title: `Ventanilla ${id}`, media: 'a4' })
  })
})

describe('drawing', () => {
  it('that fails ends the job, and may be tried again', async () => {
    const { print, job, printer } = setUp({ draw: () => Promise.resolve({ ok: false, problem: { code: 'document-failed' } }) })
    const { id } = await print()
    expect(job(id)).toMatchObject({ state: 'failed', problem: 'document-failed', canRetry: true })
    expect(printer.taken).toEqual([])
  })

  it('that breaks does not stop the queue', async () => {
    let first = true
    const { print, job } = setUp({
      draw: (wanted) => {
        if (first) {
          first = false
          throw new Error('a bug')
        }
        return drawn()(wanted)
      },
    })
    expect(job((await print()).id)).toMatchObject({ state: 'failed', problem: 'document-failed' })
    expect(job((await print({ invoiceId: 'i-2' })).id).state).toBe('confirmed')
  })

  it('cancelled meanwhile is never sent', async () => {
    const finish: (() => void)[] = []
    const { print, job, queue, printer } = setUp({
      draw: (wanted) => new Promise((resolve) => finish.push(() => void drawn()(wanted).then(resolve))),
    })
    const { id } = await print()
    expect(must(queue.cancel(id, 's-1')).state).toBe('cancelled')
    finish.forEach((end) => end())
    await settled()
    expect(job(id).state).toBe('cancelled')
    expect(printer.taken).toEqual([])
  })

  it('does not keep the program from stopping', async () => {
    const { print, queue, job } = setUp({ draw: () => new Promise(() => undefined) })
    const { id } = await print()
    await queue.stop()
    expect(job(id).state).toBe('queued')
  })
})

describe('copies', () => {
  it('are numbered for their invoice, and a number is never given twice', async () => {
    const { print, queue, printer } = setUp()
    expect((await print()).copyNumber).toBe(1)
    printer.meet('unreachable')
    const failed = await print({ invoiceId: 'i-2' })
    expect(failed.copyNumber).toBe(1)
    const cancelled = must(queue.print(anOrder({ invoiceId: 'i-3' })))
    must(queue.cancel(cancelled.id, 's-1'))
    expect((await print({ invoiceId: 'i-3' })).copyNumber).toBe(2)
    expect((await print({ sessionId: 's-2' })).copyNumber).toBe(2)
  })

  it('an original is printed as it is, without a number', async () => {
    const { print } = setUp({ draw: drawn(2, 'original') })
    expect(await print()).toMatchObject({ kind: 'original', copyNumber: null, sheets: 2, state: 'confirmed' })
  })
})

describe('two touches', () => {
  it('print once while the job goes on, and for a moment after', async () => {
    const { print, printer, pass } = setUp()
    printer.say('processing')
    const { id } = await print()
    await pass(MINUTE)
    expect((await print()).id).toBe(id)
    printer.say('completed')
    await pass(5_000)
    const next = await print()
    expect(next.id).not.toBe(id)
    expect((await print()).id).toBe(next.id)
    expect(printer.taken).toHaveLength(2)
  })

  it('of two invoices or two people are two wishes', async () => {
    const { print, printer } = setUp()
    const ids = [await print(), await print({ invoiceId: 'i-2' }), await print({ sessionId: 's-2' })].map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    expect(printer.taken).toHaveLength(3)
  })

  it('after a cancel is a new wish', async () => {
    const { queue, print } = setUp()
    const first = must(queue.print(anOrder()))
    must(queue.cancel(first.id, 's-1'))
    expect((await print()).id).not.toBe(first.id)
  })
})

describe('sheets', () => {
  it('of a visit are limited, and asking again for the same job is not asking for more', async () => {
    const { print, queue } = setUp({ limits: { perVisit: 2, perAccountAndDay: 20 } })
    await print()
    const second = await print({ invoiceId: 'i-2' })
    expect(problemOf(queue.print(anOrder({ invoiceId: 'i-3' })))).toBe('sheet-limit-visit')
    expect(must(queue.print(anOrder({ invoiceId: 'i-2' }))).id).toBe(second.id)
    expect((await print({ sessionId: 's-2', invoiceId: 'i-3' })).state).toBe('confirmed')
  })

  it('of an account are limited for the day, whoever asks', async () => {
    const { print, queue } = setUp({ limits: { perVisit: 6, perAccountAndDay: 1 } })
    await print()
    expect(problemOf(queue.print(anOrder({ sessionId: 's-2' })))).toBe('sheet-limit-account')
    expect((await print({ sessionId: 's-2', accountId: 'a-2', invoiceId: 'i-2' })).state).toBe('confirmed')
    expect((await print({ sessionId: 's-2', businessDate: '2026-11-22' })).state).toBe('confirmed')
  })

  it('are counted when the document is drawn: too long a one fails, and cannot be tried again', async () => {
    const { print, queue, printer } = setUp({ draw: drawn(4), limits: { perVisit: 6, perAccountAndDay: 20 } })
    expect((await print()).state).toBe('confirmed')
    const long = await print({ invoiceId: 'i-2' })
    expect(long).toMatchObject({ state: 'failed', problem: 'sheet-limit-visit', canRetry: false })
    expect(problemOf(queue.retry(long.id, 's-1'))).toBe('job-finished')
    expect(printer.taken).toHaveLength(1)
  })

  it('that surely were not printed are not counted; those that perhaps were, are', async () => {
    const { print, printer, queue } = setUp({ limits: { perVisit: 1, perAccountAndDay: 20 } })
    printer.meet('unreachable')
    expect((await print()).state).toBe('failed')
    printer.meet('unclear')
    expect((await print({ invoiceId: 'i-2' })).state).toBe('unknown')
    expect(problemOf(queue.print(anOrder({ invoiceId: 'i-3' })))).toBe('sheet-limit-visit')
  })
})

describe('whose job it is', () => {
  it('is asked before anything is told or done', async () => {
    const { print, queue } = setUp()
    const { id } = await print()
    expect(problemOf(queue.get(id, 's-2'))).toBe('not-allowed')
    expect(problemOf(queue.cancel(id, 's-2'))).toBe('not-allowed')
    expect(problemOf(queue.retry(id, 's-2'))).toBe('not-allowed')
    expect(problemOf(queue.answer(id, 's-2', { cameOut: true }))).toBe('not-allowed')
    expect(problemOf(queue.get('no-such', 's-1'))).toBe('not-found')
  })

  it('nobody is asked about a job whose end is known', async () => {
    const { print, queue, printer } = setUp()
    const { id } = await print()
    expect(problemOf(queue.answer(id, 's-1', { cameOut: false, trouble: 'nothing' }))).toBe('job-finished')
    expect(problemOf(queue.cancel(id, 's-1'))).toBe('job-finished')
    printer.meet('unclear')
    const unknown = await print({ invoiceId: 'i-2' })
    expect(must(queue.answer(unknown.id, 's-1', { cameOut: true })).state).toBe('confirmed')
    expect(must(queue.answer(unknown.id, 's-1', { cameOut: true })).state).toBe('confirmed')
    expect(problemOf(queue.answer(unknown.id, 's-1', { cameOut: false }))).toBe('job-finished')
  })

  it('a session prints while its paper moves, and not while the printer waits for somebody', async () => {
    const { print, queue, printer, pass } = setUp()
    expect(queue.isPrinting('s-1')).toBe(false)
    printer.say('processing')
    await print()
    expect(queue.isPrinting('s-1')).toBe(true)
    expect(queue.isPrinting('s-2')).toBe(false)
    printer.say('processing', noPaper())
    await pass(5_000)
    expect(queue.isPrinting('s-1')).toBe(false)
    printer.say('completed')
    await pass(5_000)
    expect(queue.isPrinting('s-1')).toBe(false)
  })
})
