import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPlaces, type Places } from '../../../electron/saving/savingPlaces.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { fakeMedia } from '../../fakes/media.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'

let folder: string
let places: Places
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ventanilla-places-'))
  const media = fakeMedia()
  media.plugIn(folder)
  places = createPlaces({ media, exportDir: folder, clock: fakeClock(), log: silentLog })
})
afterEach(() => rmSync(folder, { recursive: true }))

const kinds = async (): Promise<string[]> => (await places.list()).map(({ kind }) => kind)

describe('places', () => {
  it('are not offered while something hangs there, the others are', async () => {
    const [stick] = await places.list()
    let end = (): void => undefined
    places.avoid(stick?.id ?? '', new Promise<void>((resolve) => (end = resolve)))
    expect(await kinds()).toEqual(['folder'])
    end()
    await eventually(async () => expect(await kinds()).toEqual(['usb', 'folder']))
  })

  it('are the same for two who ask at once', async () => {
    const [one, two] = await Promise.all([places.list(), places.list()])
    expect(one).toHaveLength(2)
    expect(two).toEqual(one)
  })
})
