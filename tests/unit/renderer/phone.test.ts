import { describe, expect, it } from 'vitest'
import SaveChoices from '../../../renderer/areas/saving/SaveChoices.vue'
import { usePhone } from '../../../renderer/stores/phone.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import type { DocumentRef } from '../../../shared/contract/documents.ts'
import { success, type Result } from '../../../shared/result.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAnswers, sampleDescription } from '../../fakes/kioskSamples.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const invoice: DocumentRef = { kind: 'duplicate', invoiceId: 'i1' }
const offer = sampleAnswers['phone.offer']

const show = (overrides: Overrides = {}): Promise<MountedScreen> =>
  mountScreen(
    { components: { SaveChoices }, data: () => ({ invoice }), template: '<main><SaveChoices :document="invoice" :formats="[\'pdf\', \'xlsx\']" /></main>' },
    { overrides: { 'kiosk.describe': { ...sampleDescription, phone: true }, 'saving.places': { places: [] }, ...overrides } },
  )
const dialog = (): HTMLElement | null => document.querySelector('dialog')
const words = (): string => (dialog()?.textContent ?? '').replace(/\s+/gu, ' ')
const press = async (name: string): Promise<void> => {
  const found = [...document.querySelectorAll<HTMLButtonElement>('button')].find(({ textContent }) => textContent?.trim() === name)
  if (!found) throw new Error(`no button ${name}`)
  found.click()
  await settled()
}
const asked = ({ kiosk }: MountedScreen, channel: string): unknown[] => kiosk.called.filter((call) => call.channel === channel).map(({ request }) => request)

describe('Llevar en el teléfono', () => {
  it('is not there where the branch has not set it up', async () => {
    expect((await show({ 'kiosk.describe': sampleDescription })).buttons()).toEqual([])
  })

  it('shows the code, how to go on in which network, and until when', async () => {
    const screen = await show()
    expect(screen.buttons()).toEqual(['Llevar en el teléfono'])
    await press('Llevar en el teléfono')
    expect(asked(screen, 'phone.offer')).toEqual([{ document: invoice, format: 'pdf', language: 'es' }])
    expect(dialog()?.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('Código QR de su documento')
    expect(dialog()?.querySelector('path')?.getAttribute('d')).toBe(offer.qr.path)
    expect(words()).toContain('Conecte su teléfono a la red Sucursal.')
    expect(words()).toContain('Vale hasta las 10:47 y mientras dure su visita, para un solo teléfono.')
    // They look at their phone meanwhile.
    expect(asked(screen, 'session.activity').at(-1)).toMatchObject({ mode: 'form' })
  })

  it('says it where the network’s name is not known', async () => {
    await show({ 'phone.offer': { ...offer, network: null } })
    await press('Llevar en el teléfono')
    expect(words()).toContain('Conecte su teléfono a la red inalámbrica de la sucursal.')
  })

  it('tells what the phone does, and takes the code away from any other', async () => {
    const { kiosk } = await show()
    await press('Llevar en el teléfono')
    kiosk.emit('phone.changed', { state: 'opened' })
    await settled()
    expect(dialog()?.querySelector('[role=img]')).toBeNull()
    expect(dialog()?.querySelector('[role=status]')?.textContent).toContain('Si no es el suyo')
    kiosk.emit('phone.changed', { state: 'fetched' })
    await settled()
    expect(words()).toContain('Enviamos su documento a su teléfono. Compruebe que se abre antes de cerrar.')
    await press('Cerrar')
    expect(dialog()).toBeNull()
    expect(kiosk.called.at(-1)?.channel).toBe('phone.withdraw')
  })

  it('keeps the visit while the phone does something, once for each step', async () => {
    const screen = await show()
    await press('Llevar en el teléfono')
    const before = asked(screen, 'session.activity').length
    for (const state of ['opened', 'fetched', 'fetched', 'closed'] as const) screen.kiosk.emit('phone.changed', { state })
    await settled()
    expect(asked(screen, 'session.activity').slice(before)).toEqual(Array(2).fill(expect.objectContaining({ mode: 'form' })))
  })

  it('ends with the screen that it was asked for on', async () => {
    const screen = await show()
    await press('Llevar en el teléfono')
    screen.screen.unmount()
    await settled()
    expect(usePhone().wish).toBeNull()
    expect(asked(screen, 'phone.withdraw')).toHaveLength(1)
  })

  it('ends with the account, whose own it is', async () => {
    const screen = await show()
    await press('Llevar en el teléfono')
    useSession().account = { accountId: 'a2', invoiceId: null }
    await settled()
    expect([dialog(), usePhone().offer]).toEqual([null, null])
    expect(asked(screen, 'phone.withdraw')).toHaveLength(1)
  })

  it.each([
    ['it has expired', 'closed', 'El código venció.'],
    ['another phone has come', 'opened', 'Si no es el suyo, toque Otro código'],
  ] as const)('gives another code when %s', async (_, state, said) => {
    const screen = await show()
    await press('Llevar en el teléfono')
    screen.kiosk.emit('phone.changed', { state })
    await settled()
    expect(words()).toContain(said)
    await press('Otro código')
    expect(asked(screen, 'phone.offer')).toHaveLength(2)
    expect(dialog()?.querySelector('[role=img]')).not.toBeNull()
  })

  it('says why there is no code, and what else can be done', async () => {
    const { kiosk } = await show()
    kiosk.fail('phone.offer', { code: 'phone-unavailable' })
    await press('Llevar en el teléfono')
    expect(words()).toContain('Ahora este equipo no puede pasar documentos a un teléfono.')
    expect(words()).toContain('Imprímalo')
  })

  it('shows no code that comes after it was closed, nor after the visit', async () => {
    let answer = (_: Result<typeof offer>): void => undefined
    const screen = await show({ 'phone.offer': () => new Promise<Result<typeof offer>>((resolve) => (answer = resolve)) })
    const withdrawn = (): number => asked(screen, 'phone.withdraw').length
    for (const leave of [() => press('Cerrar'), () => useSession().end()]) {
      const before = withdrawn()
      await press('Llevar en el teléfono')
      expect(words()).toContain('Preparando su documento…')
      await leave()
      answer(success(offer))
      await settled()
      expect([dialog(), usePhone().offer]).toEqual([null, null])
      expect(withdrawn()).toBe(before + 1)
    }
  })
})
