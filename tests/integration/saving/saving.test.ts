import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failure } from '../../../shared/result.ts'
import { must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'
import { content, createSavingKiosk, duplicate, firstPlace, saveDuplicate, statement, type SavingKiosk } from '../../fixtures/saving/savingKiosk.ts'

let kiosk: SavingKiosk
beforeEach(() => {
  kiosk = createSavingKiosk()
})
afterEach(() => kiosk.close())

const audited = (): unknown[] =>
  kiosk.db
    .prepare<[], Record<'who' | 'what' | 'subject' | 'outcome' | 'detail', string>>('SELECT who, what, subject, outcome, detail FROM audit')
    .all()
    .map(({ subject, detail, ...row }) => ({ ...row, subject: JSON.parse(subject) as object, detail: JSON.parse(detail) as object }))

describe('saving', () => {
  it('leaves the file on the stick for its owner, and its record in the audit', async () => {
    kiosk.media.plugIn(kiosk.folder('KINGSTON'))
    const saving = kiosk.open()
    const placeId = await firstPlace(saving)
    const place = { id: placeId, kind: 'usb', name: 'KINGSTON' }
    expect(await saving.handlers['saving.save']({ document: duplicate, format: 'pdf', placeId })).toEqual({
      ok: true,
      value: { fileName: 'Documento duplicate.pdf', place },
    })
    expect(await saving.handlers['saving.save']({ document: statement, format: 'xlsx', placeId })).toEqual({
      ok: true,
      value: { fileName: 'Documento statement.xlsx', place },
    })
    expect(readFileSync(join(kiosk.root, 'KINGSTON', 'Documento duplicate.pdf'))).toEqual(content)
    expect(statSync(join(kiosk.root, 'KINGSTON', 'Documento statement.xlsx')).mode & 0o044).not.toBe(0)
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

  it('leaves it in the branch’s folder for whoever shares that folder, and for no others', async () => {
    const folder = kiosk.folder('mostrador')
    const { fileName } = must(await saveDuplicate(kiosk.open({ exportDir: folder })))
    expect(statSync(join(folder, fileName)).mode & 0o777).toBe(0o660 & ~process.umask())
  })

  it('clears away first what was left half written when the stick was pulled out too early', async () => {
    const stick = kiosk.folder('KINGSTON')
    writeFileSync(join(stick, '.ventanilla-0011223344556677.part'), 'half a bill')
    kiosk.media.plugIn(stick)
    const saving = kiosk.open()
    must(await saving.handlers['saving.save']({ document: duplicate, format: 'pdf', placeId: await firstPlace(saving) }))
    expect(readdirSync(stick)).toEqual(['Documento duplicate.pdf'])
  })

  it('asked for twice at once gives one file, and asked for again another', async () => {
    const folder = kiosk.folder('mostrador')
    const saving = kiosk.open({ exportDir: folder })
    const wish = { document: duplicate, format: 'pdf', placeId: await firstPlace(saving) } as const
    const [one, two] = await Promise.all([saving.handlers['saving.save'](wish), saving.handlers['saving.save']({ ...wish, document: { ...duplicate } })])
    expect(one).toEqual(two)
    must(await saving.handlers['saving.save'](wish))
    expect(readdirSync(folder).toSorted()).toEqual(['Documento duplicate (2).pdf', 'Documento duplicate.pdf'])
    expect(kiosk.outcomes()).toEqual(['saved', 'saved'])
  })

  it('of two documents at once gives both', async () => {
    const folder = kiosk.folder('mostrador')
    const saving = kiosk.open({ exportDir: folder })
    const placeId = await firstPlace(saving)
    const both = await Promise.all((['xlsx', 'csv'] as const).map((format) => saving.handlers['saving.save']({ document: statement, format, placeId })))
    expect(both.map((saved) => must(saved).fileName)).toEqual(['Documento statement.xlsx', 'Documento statement.csv'])
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('never writes where a link leads that was planted on the stick', async () => {
    const stick = kiosk.folder('KINGSTON')
    writeFileSync(join(kiosk.root, 'secret'), 'kept')
    symlinkSync(join(kiosk.root, 'secret'), join(stick, 'Documento duplicate.pdf'))
    kiosk.media.plugIn(stick)
    const saving = kiosk.open()
    const saved = must(await saving.handlers['saving.save']({ document: duplicate, format: 'pdf', placeId: await firstPlace(saving) }))
    expect(saved.fileName).toBe('Documento duplicate (2).pdf')
    expect(readFileSync(join(kiosk.root, 'secret'), 'utf8')).toBe('kept')
  })

  it('is of what the session holds, and ends with it', async () => {
    const folder = kiosk.folder('mostrador')
    const saving = kiosk.open({ exportDir: folder })
    const wish = { document: duplicate, format: 'pdf', placeId: await firstPlace(saving) } as const
    const drawn = kiosk.file
    kiosk.file = async (...asked) => {
      kiosk.session = 's-2'
      return drawn(...asked)
    }
    expect(problemOf(await saving.handlers['saving.save'](wish))).toBe('not-allowed')
    kiosk.session = 'nobody'
    expect(problemOf(await saving.handlers['saving.save'](wish))).toBe('not-allowed')
    expect(readdirSync(folder)).toEqual([])
    expect(kiosk.outcomes()).toEqual(['not-allowed'])
  })

  it('is under way until the file is there, also when whoever asked for it has left', async () => {
    const saving = kiosk.open({ exportDir: kiosk.folder('mostrador') })
    expect(saving.isIdle()).toBe(true)
    const drawn = kiosk.file
    let meanwhile = {}
    kiosk.file = (...asked) => {
      kiosk.session = 's-2'
      meanwhile = { theirs: saving.isSaving('s-2'), isIdle: saving.isIdle() }
      return drawn(...asked)
    }
    await saveDuplicate(saving)
    expect(meanwhile).toEqual({ theirs: false, isIdle: false })
    expect(saving.isIdle()).toBe(true)
  })

  it('is limited to so many files a visit; what came to nothing does not count', async () => {
    const folder = kiosk.folder('mostrador')
    const saving = kiosk.open({ exportDir: folder, savesPerVisit: 2 })
    const wish = { document: duplicate, format: 'pdf', placeId: await firstPlace(saving) } as const
    const drawn = kiosk.file
    kiosk.file = () => Promise.resolve(failure({ code: 'document-failed' }))
    expect(problemOf(await saving.handlers['saving.save'](wish))).toBe('document-failed')
    kiosk.file = drawn
    must(await saving.handlers['saving.save'](wish))
    must(await saving.handlers['saving.save'](wish))
    expect(problemOf(await saving.handlers['saving.save'](wish))).toBe('save-limit-visit')
    kiosk.session = 's-2'
    must(await saving.handlers['saving.save'](wish))
    expect(readdirSync(folder)).toHaveLength(3)
  })
})
