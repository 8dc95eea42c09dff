import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { safeName, saveDocument } from '../../electron/documents/save.ts'
import { openDocumentPrinter } from '../../electron/printing/open.ts'
import { fakeClock } from '../fakes/clock.ts'
import { anOrder, must, openQueue, problemOf, samplePdf, silentLog } from '../fixtures/printing.ts'
import { run } from '../fixtures/tools.ts'

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
    const { queue, db } = openQueue({ printer: openFolder(folder) })
    const job = must(queue.print(anOrder({ accountId: 'sentinel', documentName: 'ZE40389382' })))
    await vi.waitFor(() => expect(must(queue.get(job.id, 's-1')).state).toBe('confirmed'))
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(readdirSync(folder)).toEqual([`20261121-164200-Ventanilla-${job.id}.pdf`])
    run('qpdf', '--check', join(folder, readdirSync(folder)[0] ?? ''))
    await queue.stop()
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

describe('saving a document', () => {
  it('writes it whole, for its owner alone, and never over another', async () => {
    const bytes = await samplePdf('a', 3)
    const request = { folder: root, name: 'Factura DE 4043 2503', extension: 'pdf', bytes } as const
    expect(await saveDocument(request)).toEqual({ ok: true, value: { fileName: 'Factura-DE-4043-2503.pdf' } })
    const second = await saveDocument({ ...request, bytes: Buffer.from('second') })
    expect(second).toEqual({ ok: true, value: { fileName: 'Factura-DE-4043-2503-2.pdf' } })
    expect(Buffer.compare(readFileSync(join(root, 'Factura-DE-4043-2503.pdf')), bytes)).toBe(0)
    expect(statSync(join(root, 'Factura-DE-4043-2503.pdf')).mode & 0o777).toBe(0o600)
    expect(readdirSync(root)).toHaveLength(2)
  })

  it('says so when it cannot, and leaves nothing behind', async () => {
    const folder = join(root, 'file')
    writeFileSync(folder, '')
    expect(problemOf(await saveDocument({ folder, name: 'a', extension: 'csv', bytes: Buffer.from('a') }))).toBe('save-failed')
    expect(readdirSync(root)).toEqual(['file'])
  })

  it('says so when there is no room for it, and leaves nothing behind', () => {
    const save = pathToFileURL(join(import.meta.dirname, '../../electron/documents/save.ts')).href
    const program = `
      import { saveDocument } from '${save}'
      const bytes = new Uint8Array(100_000)
      console.log(JSON.stringify(await saveDocument({ folder: '${root}', name: 'a', extension: 'pdf', bytes })))`
    // Files of this process end after eight blocks, as on a full disk.
    const script = `trap '' XFSZ; ulimit -f 8; exec "$0" --input-type=module -e "$1"`
    const said = run('bash', '-c', script, process.execPath, program)
    expect(JSON.parse(said)).toEqual({ ok: false, problem: { code: 'save-failed' } })
    expect(readdirSync(root)).toEqual([])
  })

  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['Estado de cuenta – Muñoz/Ñandú', 'Estado-de-cuenta-Munoz-Nandu'],
    ['.hidden', 'hidden'],
    ['CON', 'documento-CON'],
    ['lpt1.x', 'documento-lpt1.x'],
    ['🧾‮\0\n', 'documento'],
    ['a'.repeat(300), 'a'.repeat(100)],
  ])('calls %j %j', (asked, name) => {
    expect(safeName(asked)).toBe(name)
  })
})
