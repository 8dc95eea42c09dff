import { describe, expect, it } from 'vitest'
import { printTimings } from '../../../electron/printing/timings.ts'
import type { Draw } from '../../../electron/printing/work.ts'
import { fillDisk } from '../../fixtures/storage/fullDisk.ts'
import { anOrder, duplicate, must, openPrinting, problemOf } from '../../fixtures/printing/printingUnderTest.ts'
import { drawn, MINUTE, settled, setUp } from './queueWithTime.ts'

/** Draws when it is let. */
function heldDrawing() {
  const waiting: (() => void)[] = []
  const draw: Draw = (order) => new Promise((resolve) => waiting.push(() => void drawn()(order).then(resolve)))
  const letGo = async (): Promise<void> => {
    waiting.splice(0).forEach((finish) => finish())
    await settled()
  }
  return { draw, letGo }
}

/** The program started again on the same database, with a disk that can be written. */
const startAgain = ({ db, printer, clock }: ReturnType<typeof setUp>) => {
  const again = openPrinting({ db, documents: printer, clock, draw: drawn(), timings: printTimings })
  again.service.recover()
  return again
}

type Row = { state: string; problem: string | null; copy_number: number }
const rowsOf = ({ db }: ReturnType<typeof setUp>): Row[] => db.prepare<[], Row>('SELECT state, problem, copy_number FROM print_job ORDER BY seq').all()
const audited = (kiosk: ReturnType<typeof setUp>): string[] => kiosk.audited().filter((entry) => entry !== null && !entry.startsWith('filling'))

describe('S16 a disk that is full', () => {
  it('when a copy is asked for: said, and nothing half done; with room it prints as the first', async () => {
    const kiosk = setUp()
    const makeRoom = fillDisk(kiosk.db)
    expect(problemOf(kiosk.service.print(anOrder()))).toBe('cannot-store')
    await settled()
    expect(rowsOf(kiosk)).toEqual([])
    expect(kiosk.printer.taken).toEqual([])
    makeRoom()
    expect(await kiosk.print()).toMatchObject({ state: 'confirmed', copyNumber: 1 })
    expect(audited(kiosk)).toEqual(['print.requested queued', 'print.sent sent', 'print.accepted sent', 'print.ended confirmed'])
  })

  it('before the first byte leaves: nothing leaves, the person is told, and a retry prints once', async () => {
    const { draw, letGo } = heldDrawing()
    const kiosk = setUp({ draw })
    const { id } = await kiosk.print()
    const makeRoom = fillDisk(kiosk.db)
    await letGo()
    expect(kiosk.job(id)).toMatchObject({ state: 'failed', problem: 'cannot-store', canRetry: true })
    expect(kiosk.heard(id)).toEqual(['queued', 'failed'])
    expect(kiosk.printer.taken).toEqual([])
    expect(rowsOf(kiosk)).toMatchObject([{ state: 'queued' }])
    expect(problemOf(kiosk.service.retry(id, 's-1'))).toBe('cannot-store')

    makeRoom()
    await kiosk.pass(printTimings.storageRetry)
    expect(rowsOf(kiosk)).toMatchObject([{ state: 'failed', problem: 'cannot-store' }])
    must(kiosk.service.retry(id, 's-1'))
    await settled()
    await letGo()
    expect(kiosk.job(id)).toMatchObject({ state: 'confirmed', copyNumber: 1 })
    expect(kiosk.printer.taken).toHaveLength(1)
  })

  it('before the first byte leaves, and the program dies: not printed by the next', async () => {
    const { draw, letGo } = heldDrawing()
    const kiosk = setUp({ draw })
    await kiosk.print()
    const makeRoom = fillDisk(kiosk.db)
    await letGo()
    await kiosk.service.stop()
    makeRoom()
    startAgain(kiosk)
    await kiosk.pass(MINUTE)
    expect(rowsOf(kiosk)).toMatchObject([{ state: 'cancelled' }])
    expect(kiosk.printer.taken).toEqual([])
  })

  it('after the paper has left: told as it is, and written with its audit when there is room', async () => {
    const kiosk = setUp()
    kiosk.printer.say('processing')
    const { id } = await kiosk.print()
    const makeRoom = fillDisk(kiosk.db)
    kiosk.printer.say('completed')
    await kiosk.pass(10_000)
    expect(kiosk.job(id).state).toBe('confirmed')
    expect(kiosk.service.isPrinting('s-1')).toBe(false)
    expect(rowsOf(kiosk)).toMatchObject([{ state: 'sent' }])
    makeRoom()
    await kiosk.pass(printTimings.storageRetry)
    expect(rowsOf(kiosk)).toMatchObject([{ state: 'confirmed' }])
    expect(audited(kiosk).at(-1)).toBe('print.ended confirmed')
  })

  it('after the paper has left, and the program dies: unknown, and never printed again', async () => {
    const kiosk = setUp()
    kiosk.printer.say('processing')
    await kiosk.print()
    const makeRoom = fillDisk(kiosk.db)
    kiosk.printer.say('completed')
    await kiosk.pass(10_000)
    await kiosk.service.stop()
    makeRoom()
    const again = startAgain(kiosk)
    await kiosk.pass(MINUTE)
    expect(rowsOf(kiosk)).toMatchObject([{ state: 'unknown' }])
    expect(kiosk.printer.taken).toHaveLength(1)
    expect(problemOf(again.service.print(anOrder({ sessionId: 's-2' })))).toBeNull()
  })

  it('while the printer is busy: nothing is sent that the disk does not know of', async () => {
    const { draw, letGo } = heldDrawing()
    const kiosk = setUp({ draw })
    const { id } = await kiosk.print()
    kiosk.printer.meet('busy')
    await letGo()
    expect(kiosk.job(id).state).toBe('queued')
    const makeRoom = fillDisk(kiosk.db)
    await kiosk.pass(10_000)
    expect(kiosk.job(id)).toMatchObject({ state: 'failed', problem: 'cannot-store' })
    expect(kiosk.printer.taken).toEqual([])
    makeRoom()
    await kiosk.pass(printTimings.storageRetry)
    expect(rowsOf(kiosk)).toMatchObject([{ state: 'failed' }])
  })

  it('S13 when somebody leaves: what waited for them is not printed before the next', async () => {
    const kiosk = setUp()
    kiosk.printer.say('processing')
    const moving = await kiosk.print()
    const waiting = await kiosk.print({ document: duplicate('i-2') })
    const makeRoom = fillDisk(kiosk.db)
    kiosk.service.endSession('s-1')
    kiosk.printer.say('completed')
    await kiosk.pass(MINUTE)
    expect(kiosk.job(moving.id).state).toBe('confirmed')
    expect(kiosk.job(waiting.id).state).toBe('cancelled')
    expect(kiosk.printer.taken).toHaveLength(1)
    makeRoom()
    await kiosk.pass(printTimings.storageRetry)
    expect(rowsOf(kiosk).map(({ state }) => state)).toEqual(['confirmed', 'cancelled'])
  })

  it('at the start: what waited in the last run is not printed in this one', async () => {
    const { draw } = heldDrawing()
    const kiosk = setUp({ draw })
    await kiosk.print()
    await kiosk.service.stop()
    const makeRoom = fillDisk(kiosk.db)
    const again = startAgain(kiosk)
    makeRoom()
    must(again.service.print(anOrder({ sessionId: 's-2', document: duplicate('i-2') })))
    await settled()
    expect(kiosk.printer.taken).toHaveLength(1)
    await kiosk.pass(printTimings.storageRetry)
    expect(rowsOf(kiosk).map(({ state }) => state)).toEqual(['cancelled', 'confirmed'])
  })
})
