import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import type { IppTimeouts } from '../../../electron/printing/ipp/exchange.ts'
import { openDocumentPrinter } from '../../../electron/printing/openDocumentPrinter.ts'
import type { PrintJob } from '../../../shared/contract/printing.ts'
import { startBadPrinter, type BadPrinter, type Misbehaviour } from '../../fixtures/printing/badPrinter.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { anOrder, must, openPrinting, silentLog, type PrintingUnderTest } from '../../fixtures/printing/printingUnderTest.ts'
import { run } from '../../fixtures/tools.ts'

/** Printers in this process answer at once; only silence is waited for. */
const patient: IppTimeouts = { connect: 30_000, ask: 30_000, sendDocument: 30_000 }
const quick = { connect: 400, ask: 400, sendDocument: 600 }
/** What is expected of it never comes. */
const silences: Partial<Record<Misbehaviour, IppTimeouts>> = {
  'never speaks': { ...patient, ask: quick.ask },
  'never answers': { ...patient, sendDocument: quick.sendDocument },
}

let printer: BadPrinter | undefined
let kiosk: PrintingUnderTest | undefined

afterEach(async () => {
  await kiosk?.service.stop()
  await printer?.stop()
  kiosk?.db.close()
})

/** Prints once, and answers how the job ended. */
async function printAt(address: string, timeouts = patient): Promise<PrintJob> {
  const at = openDocumentPrinter(address, { log: silentLog, clock: systemClock, timeouts })
  const { service } = (kiosk = openPrinting({ documents: at }))
  const { id } = must(service.print(anOrder()))
  return eventually(() => {
    const job = must(service.get(id, 's-1'))
    expect(['queued', 'sent']).not.toContain(job.state)
    return job
  })
}

describe('a printer that took the document and', () => {
  const unclear: Misbehaviour[] = [
    'drops the line',
    'never answers',
    'answers garbage',
    'answers a web page',
    'answers half',
    'answers another request',
    'answers without a job number',
    'answers an internal error',
    'answers without end',
  ]
  it.each(unclear)('%s: unknown, asked about, never sent again', async (misbehaviour) => {
    printer = await startBadPrinter(misbehaviour)
    expect(await printAt(printer.uri, silences[misbehaviour])).toMatchObject({ state: 'unknown', asks: true, canRetry: false, problem: null })
    expect(printer.documents).toHaveLength(1)
    expect(printer.documents[0]?.includes('%PDF-')).toBe(true)
  })

  it.each<Misbehaviour>(['refuses with 403', 'says bad request'])('%s: failed, and may be sent again', async (misbehaviour) => {
    printer = await startBadPrinter(misbehaviour)
    const job = await printAt(printer.uri)
    expect(job).toMatchObject({ state: 'failed', problem: 'printer-refused', canRetry: true, asks: false })
  })
})

describe('a printer that never got the document and', () => {
  it.each<Misbehaviour>(['hangs up at once', 'never speaks'])('%s: failed, and may be sent again', async (misbehaviour) => {
    printer = await startBadPrinter(misbehaviour)
    const job = await printAt(printer.uri, silences[misbehaviour])
    expect(job).toMatchObject({ state: 'failed', problem: 'printer-offline', canRetry: true, asks: false })
    expect(printer.documents).toEqual([])
  })

  it('is not there at all: failed, and may be sent again', async () => {
    const gone = await startBadPrinter('never speaks')
    await gone.stop()
    expect(await printAt(gone.uri)).toMatchObject({ state: 'failed', problem: 'printer-offline', canRetry: true })
  })

  it('has a name that nobody knows: failed, and may be sent again', async () => {
    const job = await printAt('ipp://printer.invalid/ipp/print', quick)
    expect(job).toMatchObject({ state: 'failed', problem: 'printer-offline', canRetry: true })
  })
})

it('a submission that the end of the program interrupts is unknown', async () => {
  printer = await startBadPrinter('never answers')
  const at = openDocumentPrinter(printer.uri, { log: silentLog, clock: systemClock, timeouts: patient })
  kiosk = openPrinting({ documents: at })
  const job = must(kiosk.service.print(anOrder()))
  await eventually(() => expect(printer?.documents).toHaveLength(1))
  await kiosk.service.stop()
  expect(must(kiosk.service.get(job.id, 's-1'))).toMatchObject({ state: 'unknown', asks: true })
})

it('S29 an ipps printer is spoken to only when its certificate is trusted', async () => {
  const certificate = selfSigned()
  printer = await startBadPrinter('says bad request', certificate)
  const options = { log: silentLog, clock: systemClock, timeouts: patient }
  expect(await openDocumentPrinter(printer.uri, options).status()).toEqual({ state: 'offline', attention: ['offline'] })
  const trusted = openDocumentPrinter(printer.uri, { ...options, ca: certificate.cert })
  expect(await trusted.status()).toEqual({ state: 'ready', attention: [] })
})

function selfSigned(): { key: string; cert: string } {
  const subject = ['-subj', '/CN=printer', '-addext', 'subjectAltName=IP:127.0.0.1']
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  const pem = run('openssl', 'req', ...kind, ...subject, '-keyout', '-', '-out', '-')
  const [key = '', cert = ''] = pem.split(/(?=-----BEGIN CERTIFICATE)/)
  return { key, cert }
}
