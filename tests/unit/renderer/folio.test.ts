import { describe, expect, it } from 'vitest'
import FolioView from '../../../renderer/views/FolioView.vue'
import type { RequestState } from '../../../shared/contract/requests.ts'
import { sampleAnswers } from '../../fakes/kioskSamples.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const found = sampleAnswers['requests.byFolio']
const input = (): HTMLInputElement => document.querySelector('input') as HTMLInputElement
async function ask(shown: MountedScreen, folio: string): Promise<void> {
  input().value = folio
  input().dispatchEvent(new Event('input', { bubbles: true }))
  shown.screen.get('form').element.dispatchEvent(new Event('submit', { cancelable: true }))
  await settled()
}

describe('Consultar folio', () => {
  it('asks with what was typed, and tells how the request stands', async () => {
    const shown = await mountScreen(FolioView)
    expect(shown.screen.get('h1').text()).toBe('Consultar folio')
    await ask(shown, 'k07 20261121 00428')
    expect(shown.kiosk.called.at(-1)).toEqual({ channel: 'requests.byFolio', request: { folio: 'k07 20261121 00428' } })
    const answer = shown.screen.get('[aria-live="polite"]').text()
    for (const words of ['Reclamación K07-20261121-00428', 'En proceso', 'SOL-2026-000131', '5 de diciembre de 2026']) expect(answer).toContain(words)
  })

  it.each<[RequestState, string]>([
    ['stored', 'Se envía sola'],
    ['setAside', 'Muestre este folio en el mostrador'],
    ['closed', 'La atendió el personal. Si tiene dudas, pregunte en el mostrador.'],
    ['received', 'La empresa ya la tiene'],
    ['inProgress', 'La está atendiendo'],
    ['waitingCustomer', 'Pregunte en el mostrador'],
    ['resolved', 'Ya tiene respuesta'],
    ['rejected', 'La razón está en'],
  ])('says what comes next when it is %s', async (state, next) => {
    const shown = await mountScreen(FolioView, { overrides: { 'requests.byFolio': { ...found, state } } })
    await ask(shown, found.folio)
    expect(shown.words().toLowerCase()).toContain(next.toLowerCase())
  })

  it.each(['claim', 'contact'] as const)(
    'says nothing of the company of a %s that staff closed, and the folio in its place where there is one',
    async (kind) => {
      const shown = await mountScreen(FolioView, { overrides: { 'requests.byFolio': { ...found, kind, state: 'closed', utilityFolio: null } } })
      await ask(shown, found.folio)
      const answer = (): string => shown.screen.get('[aria-live="polite"]').text()
      expect(answer()).toContain('Cerrada')
      expect(answer()).not.toMatch(/empresa|razón|procedió/u)
      shown.kiosk.answer('requests.byFolio', { ...found, kind, state: 'closed', successor: 'K07-20261121-00435' })
      await ask(shown, found.folio)
      expect(answer()).toContain('En su lugar está el folio K07-20261121-00435.')
      expect(answer()).not.toContain('La atendió el personal')
    },
  )

  it('tells a slip of the finger from what is no folio, beside the field', async () => {
    const shown = await mountScreen(FolioView)
    shown.kiosk.fail('requests.byFolio', { code: 'invalid-fields', fields: [{ field: 'folio', problem: 'folio-check' }] })
    await ask(shown, 'K07-20261121-00427')
    expect(shown.words()).toContain('Revise los números')
    expect(input().getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(input())
    shown.kiosk.fail('requests.byFolio', { code: 'invalid-fields', fields: [{ field: 'folio', problem: 'not-a-folio' }] })
    await ask(shown, 'hola')
    expect(shown.words()).toContain('Eso no parece un folio')
    expect(input().value).toBe('hola')
  })

  it('says of a folio that is not known here how old the data are and what to do', async () => {
    const shown = await mountScreen(FolioView)
    await ask(shown, found.folio)
    shown.kiosk.fail('requests.byFolio', { code: 'no-such-folio' })
    await ask(shown, 'K09-20261121-00428')
    expect(shown.screen.get('[role="alert"]').text()).toContain('No encontramos ese folio en este kiosco')
    expect(shown.words()).toContain('Datos al 21 nov 2026, 10:42')
    expect(shown.words()).not.toContain('En proceso')
  })

  it('asks again by itself as soon as the data are there', async () => {
    const status = sampleAnswers['kiosk.status']
    const shown = await mountScreen(FolioView, { overrides: { 'kiosk.status': { ...status, data: 'preparing' } } })
    shown.kiosk.fail('requests.byFolio', { code: 'preparing-data' })
    await ask(shown, found.folio)
    expect(shown.words()).toContain('Estamos preparando los datos')
    shown.kiosk.fail('requests.byFolio')
    shown.kiosk.emit('kiosk.status', status)
    await settled()
    expect(shown.words()).toContain('En proceso')
  })

  it('has keys for all that a folio is made of', async () => {
    await mountScreen(FolioView)
    const signs = [...document.querySelectorAll<HTMLElement>('[data-skbtn]')].map(({ dataset }) => dataset.skbtn)
    expect(signs).toEqual(expect.arrayContaining([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-']))
  })

  it('S13 leaves nothing behind when the screen is left', async () => {
    const shown = await mountScreen(FolioView)
    await ask(shown, found.folio)
    shown.screen.unmount()
    const again = await mountScreen(FolioView)
    expect(input().value).toBe('')
    expect(again.words()).not.toContain(found.folio)
  })
})
