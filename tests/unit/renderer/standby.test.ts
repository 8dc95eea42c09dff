import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import App from '../../../renderer/App.vue'
import { useLookup } from '../../../renderer/stores/lookup.ts'
import { sampleAnswers, sampleDescription } from '../../fakes/kioskSamples.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { show } from './support.ts'

const status = sampleAnswers['kiosk.status']
const neverHeard = { ...sampleDescription, branch: null, homeZoneId: null, zones: [] }
const waiting = { ...status, online: false, data: 'preparing' as const, dataAsOf: null }
const open = (overrides: Overrides = {}) => show(App, { overrides, props: { connection: 'connected', back: () => undefined } })
const heading = (): string => (document.querySelector('h1')?.textContent ?? '').trim()
const words = (): string => (document.querySelector('main')?.textContent ?? '').replace(/\s+/gu, ' ')
const button = (name: string): HTMLButtonElement =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim().startsWith(name)) as HTMLButtonElement

afterEach(() => document.body.replaceChildren())

describe('out of service', () => {
  it('says so on the first screen, with what to do instead, and is back without a reload', async () => {
    const { bridge } = await open()
    expect(heading()).toContain('Bienvenido')
    bridge.emit('kiosk.status', { ...status, outOfService: true })
    await eventually(() => expect(heading()).toBe('Kiosco fuera de servicio'))
    expect(words()).toContain('Pase al mostrador')
    expect(words()).toContain('81 8111 2233')
    expect(words()).not.toContain('Consultar con mi factura')
    for (const name of ['Emergencias', 'English', 'Accesibilidad', 'Aviso de privacidad']) expect(button(name)).toBeDefined()
    bridge.emit('kiosk.status', status)
    await eventually(() => expect(heading()).toContain('Bienvenido'))
  })

  it('throws nobody out: it shows when they come to the first screen, which leads back to what they were at', async () => {
    const { bridge, router, session } = await open()
    session.account = { accountId: 'a1', invoiceId: 'i1' }
    await router.replace('/cuenta')
    await eventually(() => expect(heading()).toBe('Mi cuenta'))
    bridge.emit('kiosk.status', { ...status, outOfService: true })
    await flushPromises()
    expect(heading()).toBe('Mi cuenta')
    await router.replace('/')
    await eventually(() => expect(heading()).toBe('Kiosco fuera de servicio'))
    button('Volver a mi cuenta').click()
    await eventually(() => expect(heading()).toBe('Mi cuenta'))
    await router.replace('/')
    await eventually(() => expect(button('Terminar')).toBeDefined())
    button('Terminar').click()
    await eventually(() => expect(words()).not.toContain('Su consulta sigue abierta'))
    expect(session.isOpen).toBe(false)
  })
})

describe('started without any network ever', () => {
  it('says why there is nothing yet, what to do, and what staff should check', async () => {
    await open({ 'kiosk.describe': neverHeard, 'kiosk.status': waiting })
    await eventually(() => expect(heading()).toContain('Bienvenido'))
    await eventually(() => expect(heading()).toContain('espera su primera conexión'))
    for (const said of ['Estamos preparando los datos', 'Pase al mostrador', 'impreso en su recibo', 'Empieza sola', 'Para el personal'])
      expect(words()).toContain(said)
  })

  it('says what it does once connected, how far it has come, and opens by itself', async () => {
    const { bridge } = await open({ 'kiosk.describe': neverHeard, 'kiosk.status': { ...waiting, online: true, changesLoaded: 8412 } })
    await eventually(() => expect(words()).toContain('recibiendo sus datos por primera vez'))
    expect(words()).toContain('8,412 datos recibidos')
    expect(words()).not.toContain('Para el personal')
    bridge.emit('kiosk.described', sampleDescription)
    await eventually(() => expect(words()).toContain('Consultar con mi factura'))
    expect(words()).toContain('Estamos preparando los datos')
    bridge.emit('kiosk.status', status)
    await eventually(() => expect(words()).not.toContain('Estamos preparando los datos'))
  })

  it('tells the privacy notice that is still to come from one that is not there yet', async () => {
    const { bridge } = await open({ 'kiosk.describe': neverHeard, 'kiosk.status': waiting })
    bridge.fail('kiosk.privacyNotice', { code: 'not-found' })
    button('Aviso de privacidad').click()
    await eventually(() => expect(document.querySelector('dialog')?.textContent).toContain('llega con la primera conexión'))
  })

  it('says on the look-up whether waiting helps', async () => {
    const { bridge, router } = await open({ 'kiosk.status': { ...waiting, changesLoaded: 20 } })
    await router.replace('/consulta')
    await eventually(() => expect(words()).toContain('Todavía no hay conexión con la empresa'))
    bridge.emit('kiosk.status', { ...waiting, online: true, changesLoaded: 40 })
    await eventually(() => expect(words()).toContain('Su consulta se hará sola'))
    expect(words()).toContain('40 datos recibidos')
  })
})

describe('the connection', () => {
  it('comes and goes in words; what the screens show keeps its place and its age', async () => {
    const { bridge, router, session } = await open()
    session.account = { accountId: 'a1', invoiceId: 'i1' }
    await router.replace('/cuenta')
    await eventually(() => expect(words()).toContain('Datos al 21 nov 2026, 10:42'))
    const order = (): string[] => [...document.querySelectorAll('main .matter > *')].map(({ className }) => className.split(' ')[0] ?? '')
    const before = order()
    bridge.emit('kiosk.status', { ...status, online: false })
    await eventually(() => expect(document.querySelector('.pill')?.textContent).toBe('Sin conexión'))
    expect(words()).toContain('Datos al 21 nov 2026, 10:42')
    expect(order()).toEqual(before)
    bridge.emit('kiosk.status', status)
    await eventually(() => expect(document.querySelector('.pill')?.textContent).toBe('En línea'))
  })

  it('writes the age of the data in the language of the screen and the time zone of the branch', async () => {
    const branch = { name: 'Centro', timeZone: 'America/Montevideo' }
    const { router, session } = await open({ 'kiosk.describe': { ...sampleDescription, branch } })
    session.account = { accountId: 'a1', invoiceId: 'i1' }
    session.language = 'en'
    await router.replace('/cuenta')
    await eventually(() => expect(words()).toContain('Data as of 21 Nov 2026, 13:42'))
  })
})

describe('a disk that cannot be written', () => {
  it('is said where something was to be printed, with what to do; what is read stays on screen', async () => {
    const { bridge, router, session } = await open()
    session.account = { accountId: 'a1', invoiceId: 'i1' }
    await router.replace('/cuenta')
    await eventually(() => expect(button('Imprimir duplicado')).toBeDefined())
    bridge.fail('printing.print', { code: 'cannot-store' })
    button('Imprimir duplicado').click()
    await eventually(() => expect(document.querySelector('[role=alert]')?.textContent).toContain('no puede guardar nada por ahora'))
    expect(document.querySelector('[role=alert]')?.textContent).toContain('pase al mostrador')
    expect(router.currentRoute.value.path).toBe('/cuenta')
    expect(words()).toContain('$1,284.50')
  })
})

describe('the application renewed in place', () => {
  it('ends on the first screen with fresh state: no load, and nothing left under way', async () => {
    let answer = (): void => undefined
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    const { bridge, router, session, kiosk } = await open({
      'lookup.identify': async () => {
        await held
        return { ok: true, value: { accountId: 'a1', invoiceId: 'i1', contracts: 1 } }
      },
    })
    await router.replace('/consulta')
    const lookup = useLookup()
    Object.assign(lookup, { accountNumber: '40989917', invoiceNumber: 'DE 4043 2503' })
    const asked = lookup.submit()
    bridge.emit('session.ended', { reason: 'recovery' })
    bridge.emit('kiosk.described', { ...sampleDescription, branch: { name: 'Sucursal Norte', timeZone: 'America/Monterrey' } })
    bridge.emit('kiosk.status', { ...status, online: false, data: 'preparing', dataAsOf: null })
    await eventually(() => expect(router.currentRoute.value.path).toBe('/'))
    expect([lookup.busy, lookup.accountNumber, kiosk.online, kiosk.preparing]).toEqual([false, '', false, true])
    expect(document.body.textContent).toContain('Sucursal Norte')
    answer()
    expect(await asked).toBe(false)
    expect(session.isOpen).toBe(false)
  })
})
