import { afterEach, describe, expect, it, vi } from 'vitest'
import App from '../../../renderer/App.vue'
import { useDialogs } from '../../../renderer/stores/dialogs.ts'
import StaffView from '../../../renderer/views/StaffView.vue'
import type { ClerkHere } from '../../../shared/contract/clerk.ts'
import { failure } from '../../../shared/result.ts'
import { sampleAnswers, sampleDescription } from '../../fakes/kioskSamples.ts'
import { sampleStaffStatus } from '../../fakes/staffSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { choose, combobox, field, fill, options, submit } from './formOnScreen.ts'
import { mountScreen, settled } from './mountScreen.ts'
import { show } from './support.ts'

const PIN = '246810'
const lucia: ClerkHere = { clerkId: 'c-1', name: 'Lucía Treviño Garza', roles: ['clerk'], locked: false }
const ramiro: ClerkHere = { clerkId: 'c-2', name: 'Ramiro Cantú Elizondo', roles: ['clerk', 'supervisor'], locked: false }
const alert = (): string => document.querySelector('[role=alert]')?.textContent ?? ''
const heading = (): string => document.querySelector('h1')?.textContent?.trim() ?? ''
const seen = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('button, a')].find((control) => control.textContent?.trim().startsWith(name) && !control.closest('[inert]'))

afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe('the sign-in of staff', () => {
  const open = (answer = {}) => mountScreen(StaffView, { path: '/personal', visitor: true, overrides: { 'clerk.signIn': answer } })
  async function enter(name = 'Lucía', pin = PIN): Promise<void> {
    await choose('Nombre', name)
    fill('PIN', pin)
    await submit()
  }
  const asked = (called: readonly { channel: string; request: unknown }[]): unknown[] =>
    called.filter(({ channel }) => channel === 'clerk.signIn').map(({ request }) => request)

  it('lists those who work there, and goes on to the PIN, which nobody can read', async () => {
    await open()
    expect(options('Nombre').map(({ textContent }) => textContent?.trim())).toEqual([lucia.name, ramiro.name])
    await choose('Nombre', 'Ramiro')
    expect(document.activeElement).toBe(field('PIN'))
    expect((field('PIN') as HTMLInputElement).type).toBe('password')
    expect(combobox('Nombre').textContent).toContain('Ramiro')
  })

  it('sends what was typed once, and keeps it nowhere, neither while it is typed nor after', async () => {
    const { kiosk, screen } = await open()
    const state = (): string => JSON.stringify(screen.vm.$pinia.state.value)
    await choose('Nombre', 'Lucía')
    fill('PIN', PIN)
    await settled()
    expect(state()).not.toContain(PIN)
    await submit()
    expect(asked(kiosk.called)).toEqual([{ clerkId: 'c-1', pin: PIN }])
    expect(field('PIN').value).toBe('')
    expect(state()).not.toContain(PIN)
  })

  it('asks for what is missing before anything is sent', async () => {
    const { kiosk } = await open()
    await submit()
    expect(alert()).toBe('Elija su nombre de la lista.')
    await enter('Lucía', '12345')
    expect(alert()).toBe('Un PIN tiene al menos 6 cifras, y nada más que cifras.')
    fill('PIN', '12345a')
    await submit()
    expect(asked(kiosk.called)).toEqual([])
  })

  it('says of a wrong PIN what to do, and counts a wait down during which nothing is sent', async () => {
    vi.useFakeTimers()
    const { kiosk, button } = await open(failure({ code: 'wrong-pin' }))
    await enter()
    expect(alert()).toContain('Ese PIN no es de quien eligió.')
    expect(document.activeElement).toBe(field('PIN'))
    kiosk.answer('clerk.signIn', failure({ code: 'wrong-pin', retryAfterSeconds: 4 }))
    await enter()
    expect(alert()).toContain('Podrá intentarlo de nuevo en 4 segundos.')
    expect(button(/^Entrar · 4/).disabled).toBe(true)
    fill('PIN', PIN)
    await submit()
    expect(asked(kiosk.called)).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(4_250)
    expect(alert()).toContain('Ese PIN no es de quien eligió.')
    kiosk.answer('clerk.signIn', {})
    await submit()
    expect(asked(kiosk.called)).toHaveLength(3)
  })

  it('S15 lets somebody else try while one waits', async () => {
    const { kiosk, button } = await open(failure({ code: 'pin-throttled', retryAfterSeconds: 32 }))
    await enter()
    expect(button(/^Entrar/).disabled).toBe(true)
    await choose('Nombre', 'Ramiro')
    expect([alert(), button('Entrar').disabled]).toEqual(['', false])
    kiosk.answer('clerk.signIn', {})
    fill('PIN', '135790')
    await submit()
    expect(asked(kiosk.called).at(-1)).toEqual({ clerkId: 'c-2', pin: '135790' })
  })

  it('says why nobody is on the list, until somebody is', async () => {
    const { words, kiosk } = await mountScreen(StaffView, { path: '/personal', visitor: true, overrides: { 'clerk.list': { clerks: [] } } })
    expect(words()).toContain('Todavía no hay nadie en la lista')
    // The first load is over.
    kiosk.answer('clerk.list', { clerks: [{ clerkId: 'c-1', name: lucia.name }] })
    kiosk.emit('kiosk.status', { ...sampleAnswers['kiosk.status'], dataAsOf: '2026-11-21T16:43:00.000Z' })
    await settled()
    expect(options('Nombre')).toHaveLength(1)
    expect(words()).not.toContain('Todavía no hay nadie en la lista')
  })
})

describe('the screens of staff', () => {
  async function openApp(more = {}) {
    const overrides = { 'kiosk.describe': { ...sampleDescription, ...more }, 'staff.status': sampleStaffStatus } as const
    return show(App, { overrides, props: { connection: 'connected', back: () => undefined } })
  }
  async function signedIn(more = {}) {
    const page = await openApp(more)
    page.bridge.emit('session.ended', { reason: 'clerkIn', clerk: lucia })
    await eventually(() => expect(heading()).toBe('Personal'))
    await eventually(() => expect(document.body.textContent).toContain(`${lucia.name} · Atención a clientes`))
    return page
  }

  it('begin where a clerk has signed in, and take the place of the first one', async () => {
    const { router, bridge } = await signedIn()
    expect(bridge.called).toContainEqual({ channel: 'session.started', request: {} })
    await router.replace('/')
    expect(router.currentRoute.value.path).toBe('/personal')
    seen('Estado del equipo')?.click()
    await eventually(() => expect(heading()).toBe('Estado del equipo'))
    bridge.emit('session.ended', { reason: 'clerkOut' })
    await eventually(() => expect(heading()).toContain('Bienvenido'))
    expect(document.body.textContent).not.toContain(lucia.name)
  })

  it('come first at a counter, before and after a clerk', async () => {
    const { router, bridge } = await openApp({ mode: 'counter' })
    await router.replace('/')
    await eventually(() => expect(heading()).toBe('Personal'))
    expect([seen('Volver'), seen('Terminar')]).toEqual([undefined, undefined])
    bridge.emit('session.ended', { reason: 'clerkIn', clerk: lucia })
    await eventually(() => expect(seen('Salir')).toBeDefined())
    expect([seen('Volver'), seen('Terminar')]).toEqual([undefined, undefined])
    await router.replace('/personal/estado')
    await eventually(() => expect(seen('Terminar')).toBeDefined())
    bridge.emit('session.ended', { reason: 'idle' })
    await eventually(() => expect(seen('Entrar')).toBeDefined())
    expect(router.currentRoute.value.path).toBe('/personal')
  })

  it('are covered while they are locked, and come back as they were', async () => {
    const { bridge, router } = await signedIn()
    seen('Estado del equipo')?.click()
    await eventually(() => expect(seen('Actualizar')).toBeDefined())
    seen('Actualizar')?.focus()
    const control = document.activeElement
    bridge.emit('clerk.changed', { ...lucia, locked: true })
    await eventually(() => expect(heading()).toBe('Pantalla bloqueada'))
    const [lock, covered] = document.querySelectorAll('main')
    expect([lock?.inert, covered?.inert, covered?.classList.contains('left')]).toEqual([false, true, true])
    expect([seen('Actualizar'), seen('Inicio'), seen('Terminar')]).toEqual([undefined, undefined, undefined])
    expect(combobox('Nombre').textContent).toContain(lucia.name)
    fill('PIN', PIN)
    await submit()
    expect(bridge.called.at(-1)).toEqual({ channel: 'clerk.unlock', request: { clerkId: 'c-1', pin: PIN } })
    bridge.emit('clerk.changed', lucia)
    await eventually(() => expect(document.activeElement).toBe(control))
    expect([heading(), router.currentRoute.value.path, document.querySelectorAll('main').length]).toEqual(['Estado del equipo', '/personal/estado', 1])
  })

  it('are given to another clerk from their beginning, which the lock says before', async () => {
    const { bridge, router } = await signedIn()
    await router.replace('/personal/estado')
    bridge.emit('clerk.changed', { ...lucia, locked: true })
    await eventually(() => expect(heading()).toBe('Pantalla bloqueada'))
    expect(document.body.textContent).not.toContain('Entra otra persona')
    await choose('Nombre', 'Ramiro')
    expect(document.body.textContent).toContain('Lo que Lucía Treviño Garza tenía abierto se cierra')
    bridge.emit('session.ended', { reason: 'clerkIn', clerk: ramiro })
    await eventually(() => expect(document.body.textContent).toContain(`${ramiro.name} · Atención a clientes · Supervisión`))
    expect(router.currentRoute.value.path).toBe('/personal')
    expect(document.body.textContent).not.toContain(lucia.name)
  })

  it('show no dialog above the lock but those that are open to everybody', async () => {
    const { bridge } = await signedIn()
    useDialogs().shown = 'emergencies'
    bridge.emit('clerk.changed', { ...lucia, locked: true })
    bridge.emit('session.warning', { secondsLeft: 30, final: false })
    await eventually(() => expect(heading()).toBe('Pantalla bloqueada'))
    const shown = (): (string | undefined)[] => [...document.querySelectorAll('dialog h2')].map(({ textContent }) => textContent?.trim())
    await eventually(() => expect(shown()).toHaveLength(1))
    bridge.emit('clerk.changed', lucia)
    await eventually(() => expect(shown()).toHaveLength(2))
  })
})
