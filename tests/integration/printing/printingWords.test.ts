import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { openDocumentPrinter } from '../../../electron/printing/openDocumentPrinter.ts'
import { standingFor } from '../../../electron/printing/printer.ts'
import type { PrintTimings } from '../../../electron/printing/timings.ts'
import type { PrintJob } from '../../../shared/contract/printing.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { anOrder, must, openPrinting, quickTimings, silentLog, type PrintingUnderTest } from '../../fixtures/printing/printingUnderTest.ts'
import { startSayingPrinter, type Saying, type SayingPrinter } from '../../fixtures/printing/sayingPrinter.ts'

const [PENDING, HELD, PROCESSING, COMPLETED] = [3, 4, 5, 9]
const [IDLE, BUSY] = [3, 4]
const SESSION = 's-1'

let printer: SayingPrinter
let kiosk: PrintingUnderTest

afterEach(async () => {
  await kiosk.service.stop()
  await printer.stop()
  kiosk.db.close()
})

async function start(saying: Saying, timings: Partial<PrintTimings> = {}): Promise<PrintJob> {
  printer = await startSayingPrinter(saying)
  const at = openDocumentPrinter(printer.uri, { log: silentLog, clock: systemClock })
  kiosk = openPrinting({ documents: at, timings: { ...quickTimings, ...timings } })
  return must(kiosk.service.print(anOrder()))
}

const reaches = (jobId: string, expected: Partial<PrintJob>): Promise<void> =>
  eventually(() => expect(must(kiosk.service.get(jobId, SESSION))).toMatchObject(expected))
/** It has been looked at again. */
const looks = async (): Promise<void> => {
  const before = printer.asked.length
  await eventually(() => expect(printer.asked.length).toBeGreaterThan(before + 3))
}

describe('S46 a printer that ends a job completed, and says', () => {
  it.each(['document-format-error', 'unsupported-document-format', 'document-unprintable-error', 'compression-error', 'job-completed-with-errors'])(
    '%s: never told as printed, the person is asked',
    async (reason) => {
      const job = await start({ job: [COMPLETED, 'job-completed-successfully', reason], printer: [IDLE] })
      await reaches(job.id, { state: 'unknown', asks: true, canRetry: false })
      expect(kiosk.heard(job.id)).not.toContain('confirmed')
    },
  )
})

describe('S47 a printer that prints, and only warns', () => {
  it.each(['media-empty-warning', 'toner-low', 'cover-open-report', 'com.acme-fan-warning'])(
    'of %s: nothing is told, and leaving cancels nothing',
    async (reason) => {
      const job = await start({ job: [PROCESSING, 'job-printing'], printer: [BUSY, 'none', reason] })
      await reaches(job.id, { state: 'sent', attention: null })
      await looks()
      expect(kiosk.service.isPrinting(SESSION)).toBe(true)
      kiosk.service.endSession(SESSION)
      await looks()
      printer.say({ job: [COMPLETED, 'job-completed-with-warnings'], printer: [IDLE, reason] })
      await reaches(job.id, { state: 'confirmed' })
      expect(printer.asked).not.toContain('Cancel-Job')
      expect(kiosk.heard(job.id)).not.toContainEqual(expect.stringMatching(/^sent ./))
    },
  )
})

describe('S48 a job that neither ends nor asks', () => {
  const quick = { stillSaid: 100 }
  it.each<[string, Saying, PrintJob['attention']]>([
    ['behind a spooler that does not reach its printer', { job: [PROCESSING, 'job-printing'], printer: [BUSY, 'connecting-to-device'] }, 'offline'],
    ['in the device', { job: [PROCESSING, 'job-queued-in-device'], printer: [IDLE] }, 'waiting'],
    ['pending', { job: [PENDING, 'none'], printer: [IDLE] }, 'waiting'],
    ['held', { job: [HELD, 'job-hold-until-specified'], printer: [IDLE] }, 'waiting'],
  ])('%s: told, holds no session, and is cancelled with it', async (_where, saying, attention) => {
    const job = await start(saying, quick)
    await reaches(job.id, { state: 'sent', attention, canCancel: true })
    expect(kiosk.service.isPrinting(SESSION)).toBe(false)
    expect(kiosk.service.needsSomebody(SESSION)).toBe(false)
    kiosk.service.endSession(SESSION)
    await reaches(job.id, { state: 'cancelled' })
    expect(printer.asked.filter((operation) => operation === 'Cancel-Job')).toHaveLength(1)
  })

  it('says that it prints: told that it is slow, holds no session, and comes out for who has left if it does so soon', async () => {
    const job = await start({ job: [PROCESSING, 'job-printing'], printer: [BUSY] }, quick)
    await reaches(job.id, { state: 'sent', attention: 'slow' })
    expect(kiosk.service.isPrinting(SESSION)).toBe(false)
    kiosk.service.endSession(SESSION)
    await looks()
    expect(printer.asked).not.toContain('Cancel-Job')
    printer.say({ job: [COMPLETED], printer: [IDLE] })
    await reaches(job.id, { state: 'confirmed' })
  })

  it('says that it prints, long after whoever wanted it has left: cancelled', async () => {
    const job = await start({ job: [PROCESSING, 'job-printing'], printer: [BUSY] }, { ...quick, leftGivenUp: 300 })
    await reaches(job.id, { state: 'sent', attention: 'slow' })
    kiosk.service.endSession(SESSION)
    await reaches(job.id, { state: 'cancelled' })
  })

  it('gets on: a sheet that is counted is a sign of life', async () => {
    const job = await start({ job: [PROCESSING, 'job-printing'], printer: [BUSY], sheets: 0 }, quick)
    await reaches(job.id, { attention: 'slow' })
    printer.say({ job: [PROCESSING, 'job-printing'], printer: [BUSY], sheets: 1 })
    await reaches(job.id, { state: 'sent', attention: null })
  })
})

describe('a printer that takes no more jobs', () => {
  const refusing: Saying = { job: [PROCESSING, 'job-printing'], printer: [BUSY], accepting: false }

  it('is told before anything is asked for', async () => {
    printer = await startSayingPrinter(refusing)
    const at = openDocumentPrinter(printer.uri, { log: silentLog, clock: systemClock })
    kiosk = openPrinting({ documents: at })
    expect(standingFor(await at.status())).toEqual({ state: 'attention', attention: ['paused'] })
    const { id } = must(kiosk.service.print(anOrder()))
    await reaches(id, { state: 'failed', problem: 'printer-refused' })
    expect(printer.asked).not.toContain('Print-Job')
  })

  it('goes on with the one that it has', async () => {
    const job = await start({ ...refusing, accepting: true })
    await looks()
    printer.say(refusing)
    await looks()
    expect(must(kiosk.service.get(job.id, SESSION))).toMatchObject({ state: 'sent', attention: null })
  })
})
