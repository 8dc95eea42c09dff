import { afterEach, describe, expect, it } from 'vitest'
import App from '../../../renderer/App.vue'
import { useDialogs } from '../../../renderer/stores/dialogs.ts'
import type { ClerkHere } from '../../../shared/contract/clerk.ts'
import { MOST_HITS, type SearchHit } from '../../../shared/contract/search.ts'
import { failure, success } from '../../../shared/result.ts'
import { aHit, sampleHits } from '../../fakes/assistSamples.ts'
import type { FakeKiosk, Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAnswers } from '../../fakes/kioskSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { settled } from './mountScreen.ts'
import { show } from './support.ts'

const lucia: ClerkHere = { clerkId: 'c-1', name: 'Lucía Treviño Garza', roles: ['clerk'], locked: false }
const field = (): HTMLInputElement => document.querySelector<HTMLInputElement>('main input[role=combobox]') as HTMLInputElement
const options = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=option]')]
const chosen = (): string => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent ?? ''
const heading = (): string => document.querySelector('h1')?.textContent?.trim() ?? ''
const words = (): string => (document.querySelector('main')?.textContent ?? '').replace(/\s+/gu, ' ')
const control = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('button, a')].find((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').trim().startsWith(name))

async function type(text: string): Promise<void> {
  field().value = text
  field().dispatchEvent(new Event('input', { bubbles: true }))
  await settled()
}
async function press(key: string, at: EventTarget = field()): Promise<void> {
  at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await settled()
}
const sent = ({ called }: FakeKiosk, channel: string): unknown[] => called.filter((each) => each.channel === channel).map(({ request }) => request)

/** A clerk at their beginning, and a main process that tells of whom they serve. */
async function open({ overrides = {}, clerk = lucia }: { overrides?: Overrides; clerk?: ClerkHere } = {}) {
  const page = await show(App, { overrides, props: { connection: 'connected', back: () => undefined } })
  const { bridge } = page
  if (!('assist.open' in overrides)) {
    bridge.answer('assist.open', ({ accountId }: { accountId: string }) => {
      bridge.emit('assist.changed', { serving: { accountId, zoneId: 'mty' } })
      return success({})
    })
  }
  bridge.answer('assist.close', () => {
    bridge.emit('assist.changed', { serving: null })
    return success({})
  })
  bridge.emit('session.ended', { reason: 'clerkIn', clerk })
  await eventually(() => expect(document.body.textContent).toContain(clerk.name))
  await settled()
  return page
}
const findBy = (found: (text: string) => SearchHit[]): Overrides => ({ 'search.find': ({ text }: { text: string }) => success({ hits: found(text) }) })

afterEach(() => document.body.replaceChildren())

describe('the search of a clerk', () => {
  it('begins with those who were served, and says of each who it is, where, and by what they are found', async () => {
    const { bridge } = await open()
    expect(sent(bridge, 'search.find')).toEqual([{ text: '' }])
    expect(document.activeElement).toBe(field())
    expect(words()).toContain('Atendidos hace poco')
    const [first, , third] = options().map(({ textContent }) => textContent?.replace(/\s+/gu, ' '))
    for (const part of ['Ana Méndez Prieto', 'Número de cuenta 40989917-7', 'Calle Poniente 12', 'Monterrey', 'Por el nombre, parecido'])
      expect(first).toContain(part)
    for (const part of ['Suministro suspendido', 'Nuevo Laredo', 'Por el domicilio']) expect(third).toContain(part)
    await type('ana mendez')
    expect(sent(bridge, 'search.find').at(-1)).toEqual({ text: 'ana mendez' })
    expect(document.querySelector('[role=status].count')?.textContent).toBe('3 clientes')
  })

  it('goes by arrows, Enter and Escape, and tells a screen reader where it is', async () => {
    const { bridge, router } = await open()
    await type('ana')
    expect([field().getAttribute('aria-expanded'), document.getElementById(field().getAttribute('aria-controls') ?? '')?.role]).toEqual(['true', 'listbox'])
    expect(chosen()).toContain('Ana Méndez')
    for (const [key, name] of [
      ['ArrowUp', 'Ana Méndez'],
      ['ArrowDown', 'Ana María'],
      ['PageDown', 'Anastasia'],
      ['ArrowDown', 'Anastasia'],
      ['ArrowUp', 'Ana María'],
    ] as const) {
      await press(key)
      expect(chosen()).toContain(name)
      expect(options().filter((option) => option.getAttribute('aria-selected') === 'true')).toHaveLength(1)
    }
    await press('Escape')
    expect(field().value).toBe('')
    expect(sent(bridge, 'search.find').at(-1)).toEqual({ text: '' })
    await type('ana')
    await press('ArrowDown')
    await press('Enter')
    await eventually(() => expect(router.currentRoute.value.path).toBe('/personal/cliente/a2'))
    expect(sent(bridge, 'assist.open')).toEqual([{ accountId: 'a2' }])
  })

  it('drops the answer to an older text that comes late', async () => {
    const late = new Map<string, PromiseWithResolvers<void>>()
    await open({
      overrides: {
        'search.find': async ({ text }: { text: string }) => {
          late.set(text, Promise.withResolvers())
          await late.get(text)?.promise
          return success({ hits: [aHit({ holderName: `Quien es ${text}` })] })
        },
      },
    })
    await type('ana')
    await type('berta')
    late.get('berta')?.resolve()
    await settled()
    late.get('ana')?.resolve()
    late.get('')?.resolve()
    await settled()
    expect(options().map(({ textContent }) => textContent)).toEqual([expect.stringContaining('Quien es berta')])
  })

  it('takes by Enter, faster than the answer comes, only who is found alone', async () => {
    const { bridge } = await open({ overrides: findBy((text) => (text === '40989917' ? sampleHits.slice(0, 1) : sampleHits)) })
    field().value = 'ana'
    field().dispatchEvent(new Event('input', { bubbles: true }))
    await press('Enter')
    expect(sent(bridge, 'assist.open')).toEqual([])
    field().value = '40989917'
    field().dispatchEvent(new Event('input', { bubbles: true }))
    await press('Enter')
    expect(sent(bridge, 'assist.open')).toEqual([{ accountId: 'a1' }])
  })

  it('says that nobody is found, and what can be done; and that it failed, until it answers again', async () => {
    const { bridge } = await open({ overrides: findBy((text) => (text === '' ? sampleHits : [])) })
    await type('nadie')
    expect(words()).toContain('Nadie con «nadie»')
    control('Borrar lo escrito')?.click()
    await settled()
    expect([field().value, document.activeElement === field(), options().length]).toEqual(['', true, 3])
    bridge.fail('search.find', { code: 'search-failed' })
    await type('ana')
    expect(words()).toContain('La búsqueda no respondió.')
    bridge.fail('search.find')
    bridge.answer('search.find', { hits: sampleHits })
    control('Reintentar')?.click()
    await settled()
    expect(words()).not.toContain('La búsqueda no respondió.')
    expect(options()).toHaveLength(3)
  })

  it('searches by itself as soon as the first data are there', async () => {
    const { bridge } = await open({
      overrides: { 'search.find': failure({ code: 'preparing-data' }), 'kiosk.status': { ...sampleAnswers['kiosk.status'], data: 'preparing' } },
    })
    expect(words()).toContain('Estamos preparando los datos.')
    bridge.answer('search.find', { hits: sampleHits })
    bridge.emit('kiosk.status', sampleAnswers['kiosk.status'])
    await eventually(() => expect(options()).toHaveLength(3))
  })

  it('has our own keys only while a finger has touched the field; the other ways give them their room', async () => {
    await open()
    const keys = (): Element | null => document.querySelector('[role=group].keyboard')
    expect([keys(), control('Estado del equipo') !== undefined]).toEqual([null, true])
    field().dispatchEvent(new Event('pointerdown', { bubbles: true }))
    await settled()
    expect([keys() !== null, control('Estado del equipo')]).toEqual([true, undefined])
    control('Ocultar teclado')?.click()
    await settled()
    expect([keys(), document.activeElement === field()]).toEqual([null, true])
    field().dispatchEvent(new Event('pointerdown', { bubbles: true }))
    await press('a')
    expect(keys()).toBeNull()
  })

  it('is not there for a technician', async () => {
    const { bridge } = await open({ clerk: { ...lucia, roles: ['technician'] } })
    expect(field()).toBeNull()
    expect(control('Estado del equipo')).toBeDefined()
    await press('F2', document.body)
    expect(sent(bridge, 'search.find')).toEqual([])
  })
})

it('says that there may be more where as many are found as are shown', async () => {
  const many = Array.from({ length: MOST_HITS }, (_, place) => aHit({ accountId: `a${place}` }))
  await open({ overrides: findBy((text) => (text === 'g' ? many : many.slice(1))) })
  await type('g')
  expect(words()).toContain('Los primeros 20. Escriba más')
  await type('ga')
  expect(words()).toContain('19 clientes')
})

describe('F2', () => {
  it('leads from every screen to the field, with what stood there and who was chosen, and from there back to the customer', async () => {
    const { router, bridge } = await open()
    await type('ana')
    await press('ArrowDown')
    await router.replace('/personal/estado')
    await eventually(() => expect(heading()).toBe('Estado del equipo'))
    useDialogs().shown = 'emergencies'
    await settled()
    await press('F2', document.body)
    await eventually(() => expect(document.activeElement).toBe(field()))
    expect([field().value, useDialogs().shown]).toEqual(['ana', null])
    expect(chosen()).toContain('Ana María')
    await press('Enter')
    await eventually(() => expect(document.querySelector('[aria-labelledby=who]')).not.toBeNull())
    await press('F2', document.body)
    await eventually(() => expect(document.activeElement).toBe(field()))
    control('Seguir con el cliente')?.click()
    await eventually(() => expect(router.currentRoute.value.path).toBe('/personal/cliente/a2'))
    // It is still the same visit.
    expect(sent(bridge, 'assist.open')).toHaveLength(1)
  })

  it('does nothing while the screen is locked', async () => {
    const { bridge, router } = await open()
    await router.replace('/personal/estado')
    bridge.emit('clerk.changed', { ...lucia, locked: true })
    await settled()
    await press('F2', document.body)
    expect(router.currentRoute.value.path).toBe('/personal/estado')
  })
})
