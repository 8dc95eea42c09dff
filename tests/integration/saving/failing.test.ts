import { existsSync, readdirSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FiledDocument } from '../../../electron/services/documents.ts'
import { success, type Result } from '../../../shared/result.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { fillDisk } from '../../fixtures/storage/fullDisk.ts'
import { must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'
import {
  aFile,
  createSavingKiosk,
  firstPlace,
  hangWhenFlushed,
  placesOf,
  saveDuplicate,
  statement,
  type SavingKiosk,
} from '../../fixtures/saving/savingKiosk.ts'
import { mountSmallDisk } from '../../fixtures/storage/smallDisk.ts'

let kiosk: SavingKiosk
beforeEach(() => {
  kiosk = createSavingKiosk()
})
afterEach(() => kiosk.close())

describe('a place that fails', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('for want of room says so, and nothing lies there', async () => {
    const stick = mountSmallDisk('size=64k')
    kiosk.media.plugIn(stick)
    const saving = kiosk.open()
    expect(problemOf(await saveDuplicate(saving))).toBe('place-full')
    expect(readdirSync(stick)).toEqual([])
    expect(kiosk.outcomes()).toEqual(['place-full'])
  })

  it('because the stick was pulled out while the document was drawn says so', async () => {
    const stick = kiosk.folder('KINGSTON')
    kiosk.media.plugIn(stick)
    const saving = kiosk.open()
    const drawn = kiosk.file
    kiosk.file = async (...asked) => {
      kiosk.media.pullOut(stick)
      rmSync(stick, { recursive: true })
      return drawn(...asked)
    }
    expect(problemOf(await saveDuplicate(saving))).toBe('save-failed')
    expect(kiosk.outcomes()).toEqual(['save-failed'])
    expect(await placesOf(saving)).toEqual([])
  })

  it('to answer is given up after a minute, and keeps nothing', async () => {
    const stick = kiosk.folder('KINGSTON')
    kiosk.media.plugIn(stick)
    const saving = kiosk.open()
    const begun = hangWhenFlushed(kiosk)
    const waiting = saveDuplicate(saving)
    await eventually(() => expect(existsSync(begun)).toBe(true))
    expect(saving.isSaving('s-1')).toBe(true)
    kiosk.clock.advance(59_000)
    expect(readdirSync(stick)).toEqual(['Documento duplicate.pdf'])
    kiosk.clock.advance(1_000)
    expect(problemOf(await waiting)).toBe('save-failed')
    expect(saving.isSaving('s-1')).toBe(false)
    await eventually(() => expect(readdirSync(stick)).toEqual([]))
    expect(kiosk.outcomes()).toEqual(['save-failed'])
  })

  it('to answer does not keep the program from ending, nor does a document that is still drawn', async () => {
    kiosk.media.plugIn(kiosk.folder('KINGSTON'))
    const saving = kiosk.open()
    const begun = hangWhenFlushed(kiosk)
    const waiting = saveDuplicate(saving)
    await eventually(() => expect(existsSync(begun)).toBe(true))
    let answer = (_: Result<FiledDocument>): void => undefined
    const drawing = vi.fn(() => new Promise<Result<FiledDocument>>((resolve) => (answer = resolve)))
    kiosk.file = drawing
    const drawn = saving.handlers['saving.save']({ document: statement, format: 'pdf', placeId: await firstPlace(saving) })
    await eventually(() => expect(drawing).toHaveBeenCalled())
    await saving.stop()
    expect(problemOf(await waiting)).toBe('save-failed')
    answer(success(aFile('statement')))
    expect(problemOf(await drawn)).toBe('save-failed')
    expect(kiosk.outcomes()).toEqual(['save-failed'])
  })

  it('in the audit takes the file back', async () => {
    const folder = kiosk.folder('mostrador')
    const saving = kiosk.open({ exportDir: folder })
    const makeRoom = fillDisk(kiosk.db)
    expect(problemOf(await saveDuplicate(saving))).toBe('cannot-store')
    expect(readdirSync(folder)).toEqual([])
    makeRoom()
    must(await saveDuplicate(saving))
    expect(kiosk.outcomes().filter((outcome) => outcome !== null)).toEqual(['saved'])
  })
})
