import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDocumentPrinter } from '../../../electron/printing/openDocumentPrinter.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { anOrder, must, openPrinting, silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { run } from '../../fixtures/tools.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ventanilla-files-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const aDocument = { bytes: Buffer.from('%PDF-1.7'), title: 'Ventanilla 1', media: 'a4' } as const
const openFolder = (folder: string) => openDocumentPrinter(`file:${folder}`, { log: silentLog, clock: fakeClock() })

describe('a folder as a printer', () => {
  it('is made for the kiosk alone, and holds one whole PDF per job under a name that says nothing of the person', async () => {
    const folder = join(root, 'deep', 'papel')
    const { service, db } = openPrinting({ documents: openFolder(folder) })
    const job = must(service.print(anOrder({ accountId: 'sentinel', documentName: 'ZE40389382' })))
    await eventually(() => expect(must(service.get(job.id, 's-1')).state).toBe('confirmed'))
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(readdirSync(folder)).toEqual([`20261121-164200-Ventanilla-${job.id}.pdf`])
    run('qpdf', '--check', join(folder, readdirSync(folder)[0] ?? ''))
    await service.stop()
    db.close()
  })

  it('throws away at its opening what a power cut left half written', async () => {
    writeFileSync(join(root, '.ventanilla-0011223344556677.part'), 'half a bill')
    writeFileSync(join(root, 'kept.pdf'), 'whole')
    expect(await openFolder(root).status()).toEqual({ state: 'ready', attention: [] })
    expect(readdirSync(root)).toEqual(['kept.pdf'])
  })

  it('that cannot be made is a printer that is off', async () => {
    writeFileSync(join(root, 'file'), '')
    const printer = openFolder(join(root, 'file', 'papel'))
    expect(await printer.status()).toEqual({ state: 'offline', attention: ['offline'] })
    expect(await printer.submit(aDocument)).toEqual({ outcome: 'unreachable' })
  })

  it('that comes back is a printer that is on again', async () => {
    writeFileSync(join(root, 'disk'), '')
    const printer = openFolder(join(root, 'disk', 'papel'))
    expect((await printer.status()).state).toBe('offline')
    rmSync(join(root, 'disk'))
    expect((await printer.status()).state).toBe('ready')
    expect(await printer.submit(aDocument)).toMatchObject({ outcome: 'accepted' })
  })

  it('that goes away under a job surely printed nothing', async () => {
    const folder = join(root, 'papel')
    const printer = openFolder(folder)
    expect((await printer.status()).state).toBe('ready')
    rmSync(folder, { recursive: true })
    expect(await printer.submit(aDocument)).toEqual({ outcome: 'refused' })
  })
})
