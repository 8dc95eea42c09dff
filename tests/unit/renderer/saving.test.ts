import { describe, expect, it } from 'vitest'
import SaveChoices from '../../../renderer/areas/saving/SaveChoices.vue'
import { useSaving } from '../../../renderer/stores/saving.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import type { DocumentRef } from '../../../shared/contract/documents.ts'
import type { SavedFile, SavePlace } from '../../../shared/contract/saving.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleFolder, sampleStick } from '../../fakes/statementSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const invoice: DocumentRef = { kind: 'duplicate', invoiceId: 'i1' }
const show = (places: SavePlace[], overrides: Overrides = {}): Promise<MountedScreen> =>
  mountScreen(
    { components: { SaveChoices }, data: () => ({ invoice }), template: '<main><SaveChoices :document="invoice" :formats="[\'pdf\', \'xlsx\']" /></main>' },
    { overrides: { 'saving.places': { places }, ...overrides } },
  )
const saved = ({ kiosk }: MountedScreen) => kiosk.called.filter(({ channel }) => channel === 'saving.save').map(({ request }) => request)
const choices = (): string[] => [...document.querySelectorAll('dialog button')].map(({ textContent }) => textContent?.trim() ?? '')

describe('Guardar', () => {
  it('is not offered where there is nowhere to save', async () => {
    expect((await show([])).buttons()).toEqual([])
  })

  it('saves at once where there is one place, and says where the file is', async () => {
    const screen = await show([sampleFolder])
    expect(screen.buttons()).toEqual(['Guardar PDF', 'Guardar Excel'])
    screen.button('Guardar PDF').click()
    screen.button('Guardar PDF').click()
    await settled()
    expect(saved(screen)).toEqual([{ document: invoice, format: 'pdf', placeId: 'p1' }])
    expect(screen.screen.get('[role=status]').text()).toContain('Guardado en la carpeta Mostrador. Pida su archivo en el mostrador.')
    expect(screen.words()).toContain('Estado de cuenta 40989917 2025-11-22 a 2026-11-21.xlsx')
    expect(screen.words()).not.toContain('memoria')
    expect(screen.buttons()).toEqual(['Guardar PDF', 'Guardar Excel'])
  })

  it('says when a stick must stay and when it may go', async () => {
    let answer = (_: Result<SavedFile>): void => undefined
    const later = new Promise<Result<SavedFile>>((resolve) => (answer = resolve))
    const screen = await show([sampleStick], { 'saving.save': () => later })
    screen.button('Guardar Excel').click()
    await settled()
    expect(screen.screen.get('[role=status]').text()).toBe('Guardando… No retire su memoria.')
    const pressed = screen.button('Guardar Excel')
    expect([pressed.getAttribute('aria-busy'), pressed.getAttribute('aria-disabled')]).toEqual(['true', 'true'])
    answer(success({ fileName: 'a.xlsx', place: sampleStick }))
    await settled()
    expect(screen.words()).toContain('Guardado en la memoria KINGSTON. Puede retirar su memoria.')
    screen.kiosk.emit('saving.places', { places: [] })
    await settled()
    expect(screen.buttons()).toEqual([])
    expect(screen.words()).toContain('Puede retirar su memoria.')
  })

  it('asks where when there are several places', async () => {
    const screen = await show([sampleStick, sampleFolder])
    screen.button('Guardar PDF').click()
    await eventually(() => expect(choices()).toEqual(['Memoria KINGSTON', 'Carpeta Mostrador', 'Cerrar']))
    expect(saved(screen)).toEqual([])
    document.querySelector<HTMLElement>('dialog button')?.click()
    await settled()
    expect(saved(screen)).toEqual([{ document: invoice, format: 'pdf', placeId: 'p2' }])
  })

  it('appears when a stick is plugged in', async () => {
    const screen = await show([])
    screen.kiosk.emit('saving.places', { places: [sampleStick] })
    await settled()
    expect(screen.buttons()).toEqual(['Guardar PDF', 'Guardar Excel'])
  })

  it.each([
    ['place-full', 'Ya no cabe'],
    ['save-limit-visit', 'Llegó al límite de archivos por visita.'],
    ['save-failed', 'No pudimos guardar el documento.'],
    ['no-place-to-save', 'No hay dónde guardar el documento.'],
  ] as const)('says what to do after %s, and asks again where one can save', async (code, words) => {
    const screen = await show([sampleStick], { 'saving.save': failure({ code }) })
    screen.kiosk.answer('saving.places', { places: [sampleFolder] })
    screen.button('Guardar PDF').click()
    await settled()
    expect(screen.screen.get('[role=alert]').text()).toContain(words)
    screen.kiosk.answer('saving.save', { fileName: 'a.pdf', place: sampleFolder })
    screen.button('Guardar PDF').click()
    await settled()
    expect(saved(screen).at(-1)).toMatchObject({ placeId: 'p1' })
    expect(screen.screen.find('[role=alert]').exists()).toBe(false)
  })

  it('S13 nothing of it is left to the next visitor, not even an answer that comes late', async () => {
    let answer = (_: Result<SavedFile>): void => undefined
    const later = new Promise<Result<SavedFile>>((resolve) => (answer = resolve))
    const screen = await show([sampleStick], { 'saving.save': () => later })
    screen.button('Guardar PDF').click()
    await settled()
    useSession().forget()
    answer(success({ fileName: 'Estado de cuenta 40989917.pdf', place: sampleStick }))
    screen.kiosk.emit('saving.places', { places: [sampleStick] })
    await settled()
    const saving = useSaving()
    expect([saving.outcome, saving.busy, saving.places]).toEqual([null, null, []])
    expect(screen.words()).not.toContain('40989917')
  })
})
