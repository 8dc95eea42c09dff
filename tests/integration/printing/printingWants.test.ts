import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { ippTimeouts } from '../../../electron/printing/ipp/ippConnection.ts'
import { openDocumentPrinter } from '../../../electron/printing/openDocumentPrinter.ts'
import type { Attention, PrintJob } from '../../../shared/contract/printing.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { startPrinter, type TestPrinter } from '../../fixtures/printing/ippeveprinter.ts'
import { anOrder, duplicate, must, openPrinting, silentLog, type PrintingUnderTest } from '../../fixtures/printing/printingUnderTest.ts'

let real: TestPrinter
let kiosk: PrintingUnderTest

beforeEach(async () => {
  real = await startPrinter()
})
afterEach(async () => {
  await kiosk.service.stop()
  kiosk.db.close()
  await real.stop()
})

function start(timeouts = ippTimeouts): void {
  kiosk = openPrinting({ documents: openDocumentPrinter(real.uri, { log: silentLog, clock: systemClock, timeouts }) })
}

const reaches = (jobId: string, expected: Partial<PrintJob>): Promise<void> =>
  eventually(() => expect(must(kiosk.service.get(jobId, 's-1'))).toMatchObject(expected))

type Reason = Parameters<TestPrinter['want']>[0]

it.each<[Reason, Attention]>([
  ['cover-open', 'cover'],
  ['media-jam', 'jam'],
  ['input-tray-missing', 'tray'],
  ['toner-empty', 'toner'],
  ['spool-area-full', 'other'],
])('S08 a real printer that says %s: the job waits and says so, and one copy comes out when it is seen to', async (reason, attention) => {
  start()
  real.want(reason)
  const job = must(kiosk.service.print(anOrder()))
  await reaches(job.id, { state: 'sent', attention })
  expect(real.sheets()).toEqual([])
  real.refill()
  await reaches(job.id, { state: 'confirmed', attention: null })
  expect(real.sheets()).toHaveLength(1)
  expect(real.jobs()).toHaveLength(1)
})

it('S08 a real printer that hangs over a job: said to be offline, and one copy when it goes on', async () => {
  start({ ...ippTimeouts, ask: 1_500 })
  real.hold()
  const job = must(kiosk.service.print(anOrder()))
  await eventually(() => expect(real.jobs()).toHaveLength(1))
  await reaches(job.id, { state: 'sent', attention: null })
  real.freeze()
  await reaches(job.id, { state: 'sent', attention: 'offline' })
  real.thaw()
  real.release()
  await reaches(job.id, { state: 'confirmed', attention: null })
  expect(real.sheets()).toHaveLength(1)
})

describe('a real printer without room for what it is sent', () => {
  it('took something of the document, and nobody knows what: the person is asked, and another copy needs their word', async () => {
    start()
    real.fillSpool()
    const job = must(kiosk.service.print(anOrder()))
    await reaches(job.id, { state: 'unknown', asks: true, canRetry: false })
    expect(real.sheets()).toEqual([])
    real.emptySpool()
    must(kiosk.service.answer(job.id, 's-1', { cameOut: false, trouble: 'nothing' }))
    const another = must(kiosk.service.retry(job.id, 's-1'))
    expect(another).toMatchObject({ copyNumber: 2, state: 'queued' })
    await reaches(another.id, { state: 'confirmed' })
    expect(real.sheets()).toHaveLength(1)
  })

  it('holds up nobody: the next job comes out', async () => {
    start()
    real.fillSpool()
    const lost = must(kiosk.service.print(anOrder()))
    await reaches(lost.id, { state: 'unknown' })
    real.emptySpool()
    const next = must(kiosk.service.print(anOrder({ document: duplicate('i-2') })))
    await reaches(next.id, { state: 'confirmed' })
    expect(real.sheets()).toHaveLength(1)
  })
})
