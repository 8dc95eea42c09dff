import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventually } from '../../fixtures/eventually.ts'
import { problemOf } from '../../fixtures/printing/printingUnderTest.ts'
import { createSavingKiosk, duplicate, firstPlace, placesOf, type SavingKiosk } from '../../fixtures/saving/savingKiosk.ts'
import { mountSmallDisk } from '../../fixtures/storage/smallDisk.ts'

let kiosk: SavingKiosk
beforeEach(() => {
  kiosk = createSavingKiosk()
})
afterEach(() => kiosk.close())

describe('the places', () => {
  it('are none with neither a stick nor a folder', async () => {
    expect(await placesOf(kiosk.open())).toEqual([])
  })

  it('are the sticks that are plugged in, then the folder of the branch, each without its path', async () => {
    kiosk.media.plugIn(kiosk.folder('KINGSTON'))
    const places = await placesOf(kiosk.open({ exportDir: kiosk.folder('Mostrador 3') }))
    expect(places).toEqual([
      { id: expect.any(String), kind: 'usb', name: 'KINGSTON' },
      { id: expect.any(String), kind: 'folder', name: 'Mostrador 3' },
    ])
    expect(JSON.stringify(places)).not.toContain(kiosk.root)
  })

  it('do not count what cannot be written to, is gone, or is another than was mounted', async () => {
    writeFileSync(join(kiosk.root, 'file'), '')
    kiosk.media.plugIn(join(kiosk.root, 'file'))
    kiosk.media.plugIn(kiosk.folder('left behind'), { device: 1 })
    const gone = kiosk.folder('gone')
    kiosk.media.plugIn(gone)
    rmSync(gone, { recursive: true })
    kiosk.media.plugIn(mountSmallDisk('size=64k,ro'))
    expect(await placesOf(kiosk.open({ exportDir: join(kiosk.root, 'never there') }))).toEqual([])
  })

  it('are the folder alone where the system does not say what is plugged in', async () => {
    kiosk.media.plugIn(kiosk.folder('KINGSTON'))
    kiosk.media.fail()
    expect(await placesOf(kiosk.open({ exportDir: kiosk.folder('mostrador') }))).toMatchObject([{ kind: 'folder' }])
  })

  it('are told when a stick comes and goes, and keep their ids meanwhile', async () => {
    const saving = kiosk.open()
    await saving.handlers['saving.places']()
    kiosk.media.plugIn(kiosk.folder('one'))
    await eventually(() => expect(kiosk.told.at(-1)).toMatchObject([{ name: 'one' }]))
    kiosk.media.plugIn(kiosk.folder('two'))
    await eventually(() => expect(kiosk.told.at(-1)).toMatchObject([{ id: kiosk.told[0]?.[0]?.id, name: 'one' }, { name: 'two' }]))
    kiosk.media.pullOut(join(kiosk.root, 'one'))
    await eventually(() => expect(kiosk.told.at(-1)).toMatchObject([{ name: 'two' }]))
    expect(kiosk.told).toHaveLength(3)
  })

  it('have another id when the same stick is plugged in again', async () => {
    const stick = kiosk.folder('KINGSTON')
    kiosk.media.plugIn(stick)
    const saving = kiosk.open()
    const before = await firstPlace(saving)
    expect(await firstPlace(saving)).toBe(before)
    kiosk.media.pullOut(stick)
    kiosk.media.plugIn(stick)
    expect(await firstPlace(saving)).not.toBe(before)
    expect(problemOf(await saving.handlers['saving.save']({ document: duplicate, format: 'pdf', placeId: before }))).toBe('no-place-to-save')
  })
})
