import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAudit } from '../../../electron/audit/audit.ts'
import type { Db } from '../../../electron/cache/db.ts'
import type { Documents, FiledDocument } from '../../../electron/services/documents.ts'
import { createSavingService, type SavingService } from '../../../electron/services/saving.ts'
import type { DocumentRef } from '../../../shared/contract/documents.ts'
import type { SavePlace } from '../../../shared/contract/saving.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { fakeClock, type FakeClock } from '../../fakes/clock.ts'
import { fakeMedia, type FakeMedia } from '../../fakes/media.ts'
import { fillDisk } from '../../fixtures/fullDisk.ts'
import { memoryDb, must, problemOf, silentLog } from '../../fixtures/printing.ts'
import { mountSmallDisk } from '../../fixtures/smallDisk.ts'

const duplicate: DocumentRef = { kind: 'duplicate', invoiceId: 'i-1' }
const statement: DocumentRef = { kind: 'statement', accountId: 'a-1', from: '2026-01-01', to: '2026-12-31' }
const bytes = Buffer.from('%PDF-1.7')

let root: string
let db: Db
let clock: FakeClock
let media: FakeMedia
let session: string
let told: SavePlace[][]
/** What `documents.file` answers; each test may put its own here. */
let file: Documents['file']
let service: SavingService

const folderOf = (name: string): string => {
  const folder = join(root, name)
  mkdirSync(folder)
  return folder
}

function open(change: { exportDir?: string; savesPerVisit?: number } = {}): SavingService {
  const claim: Documents['claim'] = (ref) =>
    session === 'nobody' ? failure({ code: 'not-allowed' }) : success({ ref, kind: ref.kind, accountId: 'a-1', name: 'DE 4043 2503' })
  service = createSavingService({
    documents: { claim, file: (...asked) => file(...asked) },
    media,
    exportDir: change.exportDir ?? null,
    clock,
    log: silentLog,
    audit: createAudit({ db, clock }),
    counter: { current: () => ({ id: session, person: { kind: 'invoiceHolder', accountId: 'a-1', invoiceId: 'i-1' } }) },
    limits: { savesPerVisit: change.savesPerVisit ?? 6 },
    onPlaces: (places) => told.push(places),
  })
  return service
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ventanilla-saving-'))
  db = memoryDb()
  clock = fakeClock()
  media = fakeMedia()
  session = 's-1'
  told = []
  let copies = 0
  file = (ref, format) => {
    copies += 1
    const numbered = ref.kind === 'duplicate' && format === 'pdf'
    return Promise.resolve(
      success<FiledDocument>({ name: `Documento ${ref.kind}`, extension: format, bytes, kind: ref.kind, copyNumber: numbered ? copies : null }),
    )
  }
})
afterEach(async () => {
  await service.stop()
  db.close()
  rmSync(root, { recursive: true, force: true })
})

const placesOf = async ({ places }: SavingService): Promise<SavePlace[]> => must(await places()).places
const onlyPlace = async (saving: SavingService): Promise<string> => (await placesOf(saving))[0]?.id ?? 'none'
const audited = (): unknown[] =>
  db
    .prepare<[], { who: string; what: string; subject: string; outcome: string; detail: string }>('SELECT who, what, subject, outcome, detail FROM audit')
    .all()
    .map(({ subject, detail, ...row }) => ({ ...row, subject: JSON.parse(subject) as object, detail: JSON.parse(detail) as object }))
const outcomes = (): string[] => db.prepare<[], string>('SELECT outcome FROM audit ORDER BY seq').pluck().all()

describe('the places', () => {
  it('are none with neither a stick nor a folder', async () => {
    expect(await placesOf(open())).toEqual([])
  })

  it('are the sticks that are plugged in, then the folder of the branch, each without its path', async () => {
    media.plugIn(folderOf('KINGSTON'))
    const places = await placesOf(open({ exportDir: folderOf('Mostrador 3') }))
    expect(places).toEqual([
      { id: expect.any(String), kind: 'usb', name: 'KINGSTON' },
      { id: expect.any(String), kind: 'folder', name: 'Mostrador 3' },
    ])
    expect(JSON.stringify(places)).not.toContain(root)
  })

  it('do not count what cannot be written to, is gone, or is another than was mounted', async () => {
    writeFileSync(join(root, 'file'), '')
    media.plugIn(join(root, 'file'))
    media.plugIn(folderOf('left behind'), { device: 1 })
    const gone = folderOf('gone')
    media.plugIn(gone)
    rmSync(gone, { recursive: true })
    const readOnly = mountSmallDisk('size=64k,ro')
    media.plugIn(readOnly.folder)
    expect(await placesOf(open({ exportDir: join(root, 'never there') }))).toEqual([])
    readOnly.remove()
  })

  it('are the folder alone where the system does not say what is plugged in', async () => {
    media.plugIn(folderOf('KINGSTON'))
    media.fail()
    expect(await placesOf(open({ exportDir: folderOf('mostrador') }))).toMatchObject([{ kind: 'folder' }])
  })

  it('are told when a stick comes and goes, and keep their ids meanwhile', async () => {
    const saving = open()
    await saving.places()
    media.plugIn(folderOf('one'))
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject([{ name: 'one' }]))
    media.plugIn(folderOf('two'))
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject([{ id: told[0]?.[0]?.id, name: 'one' }, { name: 'two' }]))
    media.pullOut(join(root, 'one'))
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject([{ name: 'two' }]))
    expect(told).toHaveLength(3)
  })

  it('have another id when the same stick is plugged in again', async () => {
    const stick = folderOf('KINGSTON')
    media.plugIn(stick)
    const saving = open()
    const before = await onlyPlace(saving)
    expect(await onlyPlace(saving)).toBe(before)
    media.pullOut(stick)
    media.plugIn(stick)
    expect(await onlyPlace(saving)).not.toBe(before)
    expect(problemOf(await saving.save({ document: duplicate, format: 'pdf', placeId: before }))).toBe('no-place-to-save')
  })
})

describe('saving', () => {
  it('leaves the file on the stick for its owner, and its record in the audit', async () => {
    media.plugIn(folderOf('KINGSTON'))
    const saving = open()
    const placeId = await onlyPlace(saving)
    const place = { id: placeId, kind: 'usb', name: 'KINGSTON' }
    expect(await saving.save({ document: duplicate, format: 'pdf', placeId })).toEqual({ ok: true, value: { fileName: 'Documento duplicate.pdf', place } })
    expect(await saving.save({ document: statement, format: 'xlsx', placeId })).toEqual({ ok: true, value: { fileName: 'Documento statement.xlsx', place } })
    expect(readFileSync(join(root, 'KINGSTON', 'Documento duplicate.pdf'))).toEqual(bytes)
    expect(statSync(join(root, 'KINGSTON', 'Documento statement.xlsx')).mode & 0o044).not.toBe(0)
    const row = { who: 'invoiceHolder', what: 'document.saved', outcome: 'saved' }
    expect(audited()).toEqual([
      { ...row, subject: { accountId: 'a-1', invoiceId: 'i-1' }, detail: { kind: 'duplicate', copyNumber: 1, format: 'pdf', place: 'usb' } },
      {
        ...row,
        subject: { accountId: 'a-1', from: '2026-01-01', to: '2026-12-31' },
        detail: { kind: 'statement', copyNumber: null, format: 'xlsx', place: 'usb' },
      },
    ])
  })

  it('clears away first what was left half written when the stick was pulled out too early', async () => {
    const stick = folderOf('KINGSTON')
    writeFileSync(join(stick, '.ventanilla-0011223344556677.part'), 'half a bill')
    media.plugIn(stick)
    const saving = open()
    must(await saving.save({ document: duplicate, format: 'pdf', placeId: await onlyPlace(saving) }))
    expect(readdirSync(stick)).toEqual(['Documento duplicate.pdf'])
  })

  it('asked for twice at once gives one file, and asked for again another', async () => {
    const folder = folderOf('mostrador')
    const saving = open({ exportDir: folder })
    const wish = { document: duplicate, format: 'pdf', placeId: await onlyPlace(saving) } as const
    const [one, two] = await Promise.all([saving.save(wish), saving.save({ ...wish, document: { ...duplicate } })])
    expect(one).toEqual(two)
    must(await saving.save(wish))
    expect(readdirSync(folder).toSorted()).toEqual(['Documento duplicate (2).pdf', 'Documento duplicate.pdf'])
    expect(outcomes()).toEqual(['saved', 'saved'])
  })

  it('of two documents at once gives both', async () => {
    const folder = folderOf('mostrador')
    const saving = open({ exportDir: folder })
    const placeId = await onlyPlace(saving)
    const both = await Promise.all((['xlsx', 'csv'] as const).map((format) => saving.save({ document: statement, format, placeId })))
    expect(both.map((saved) => must(saved).fileName)).toEqual(['Documento statement.xlsx', 'Documento statement.csv'])
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('never writes where a link leads that was planted on the stick', async () => {
    const stick = folderOf('KINGSTON')
    writeFileSync(join(root, 'secret'), 'kept')
    symlinkSync(join(root, 'secret'), join(stick, 'Documento duplicate.pdf'))
    media.plugIn(stick)
    const saving = open()
    const saved = must(await saving.save({ document: duplicate, format: 'pdf', placeId: await onlyPlace(saving) }))
    expect(saved.fileName).toBe('Documento duplicate (2).pdf')
    expect(readFileSync(join(root, 'secret'), 'utf8')).toBe('kept')
  })

  it('is of what the session holds, and ends with it', async () => {
    const folder = folderOf('mostrador')
    const saving = open({ exportDir: folder })
    const wish = { document: duplicate, format: 'pdf', placeId: await onlyPlace(saving) } as const
    const drawn = file
    file = async (...asked) => {
      session = 's-2'
      return drawn(...asked)
    }
    expect(problemOf(await saving.save(wish))).toBe('not-allowed')
    session = 'nobody'
    expect(problemOf(await saving.save(wish))).toBe('not-allowed')
    expect(readdirSync(folder)).toEqual([])
    expect(outcomes()).toEqual(['not-allowed'])
  })

  it('is limited to so many files a visit; what came to nothing does not count', async () => {
    const folder = folderOf('mostrador')
    const saving = open({ exportDir: folder, savesPerVisit: 2 })
    const wish = { document: duplicate, format: 'pdf', placeId: await onlyPlace(saving) } as const
    const drawn = file
    file = () => Promise.resolve(failure({ code: 'document-failed' }))
    expect(problemOf(await saving.save(wish))).toBe('document-failed')
    file = drawn
    must(await saving.save(wish))
    must(await saving.save(wish))
    expect(problemOf(await saving.save(wish))).toBe('sheet-limit-visit')
    session = 's-2'
    must(await saving.save(wish))
    expect(readdirSync(folder)).toHaveLength(3)
  })
})

/** As a stick does that no longer answers; the answer is a file that is there once it hangs. */
function hangWhenFlushed(): string {
  const begun = join(root, 'begun')
  writeFileSync(join(folderOf('bin'), 'sync'), `#!/bin/sh\n: > '${begun}'\nexec sleep 600\n`, { mode: 0o755 })
  vi.stubEnv('PATH', `${join(root, 'bin')}:${process.env.PATH}`)
  return begun
}

describe('a place that fails', () => {
  afterEach(() => vi.unstubAllEnvs())

  const save = async (saving: SavingService): Promise<Result<unknown>> =>
    saving.save({ document: duplicate, format: 'pdf', placeId: await onlyPlace(saving) })

  it('for want of room says so, and nothing lies there', async () => {
    const disk = mountSmallDisk('size=64k')
    media.plugIn(disk.folder)
    const saving = open()
    expect(problemOf(await save(saving))).toBe('place-full')
    expect(readdirSync(disk.folder)).toEqual([])
    expect(outcomes()).toEqual(['place-full'])
    disk.remove()
  })

  it('because the stick was pulled out while the document was drawn says so', async () => {
    const stick = folderOf('KINGSTON')
    media.plugIn(stick)
    const saving = open()
    const drawn = file
    file = async (...asked) => {
      media.pullOut(stick)
      rmSync(stick, { recursive: true })
      return drawn(...asked)
    }
    expect(problemOf(await save(saving))).toBe('save-failed')
    expect(outcomes()).toEqual(['save-failed'])
    expect(await placesOf(saving)).toEqual([])
  })

  it('to answer is given up after a minute, and keeps nothing', async () => {
    const stick = folderOf('KINGSTON')
    media.plugIn(stick)
    const saving = open()
    const begun = hangWhenFlushed()
    const waiting = save(saving)
    await vi.waitFor(() => expect(existsSync(begun)).toBe(true))
    expect(saving.isSaving('s-1')).toBe(true)
    clock.advance(59_000)
    expect(readdirSync(stick)).toEqual(['Documento duplicate.pdf'])
    clock.advance(1_000)
    expect(problemOf(await waiting)).toBe('save-failed')
    expect(saving.isSaving('s-1')).toBe(false)
    await vi.waitFor(() => expect(readdirSync(stick)).toEqual([]))
    expect(outcomes()).toEqual(['save-failed'])
  })

  it('to answer does not keep the program from ending, nor does a document that is still drawn', async () => {
    media.plugIn(folderOf('KINGSTON'))
    const saving = open()
    const begun = hangWhenFlushed()
    const waiting = save(saving)
    await vi.waitFor(() => expect(existsSync(begun)).toBe(true))
    let answer = (_: Result<FiledDocument>): void => undefined
    const drawing = vi.fn(() => new Promise<Result<FiledDocument>>((resolve) => (answer = resolve)))
    file = drawing
    const drawn = saving.save({ document: statement, format: 'pdf', placeId: await onlyPlace(saving) })
    await vi.waitFor(() => expect(drawing).toHaveBeenCalled())
    await saving.stop()
    expect(problemOf(await waiting)).toBe('save-failed')
    answer(success({ name: 'x', extension: 'pdf', bytes, kind: 'statement', copyNumber: null }))
    expect(problemOf(await drawn)).toBe('save-failed')
    expect(outcomes()).toEqual(['save-failed'])
  })

  it('in the audit takes the file back', async () => {
    const folder = folderOf('mostrador')
    const saving = open({ exportDir: folder })
    const makeRoom = fillDisk(db)
    expect(problemOf(await save(saving))).toBe('cannot-store')
    expect(readdirSync(folder)).toEqual([])
    makeRoom()
    must(await save(saving))
    expect(outcomes().filter((outcome) => outcome !== null)).toEqual(['saved'])
  })
})
