import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { incidentCodes } from '../../../electron/cache/queries/incidents.ts'
import App from '../../../renderer/App.vue'
import { needsOf } from '../../../renderer/areas/staff/needs.ts'
import { uiLocales } from '../../../renderer/i18n/languages.ts'
import { createEveryLanguage } from './everyLanguage.ts'
import StaffStatusView from '../../../renderer/views/StaffStatusView.vue'
import type { StaffStatus } from '../../../shared/contract/staff.ts'
import { sampleAnswers, sampleDescription } from '../../fakes/kioskSamples.ts'
import { sampleStaffStatus, troubledStaffStatus } from '../../fakes/staffSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { mountScreen } from './mountScreen.ts'
import { show } from './support.ts'

const NOW = Date.parse('2026-11-21T16:45:00.000Z')
const needs = (change: Partial<StaffStatus>, more = {}) =>
  needsOf({ status: { ...sampleStaffStatus, ...change }, configured: true, filing: 'open', now: NOW, ...more })
const names = (change: Partial<StaffStatus>, more = {}): string[] => needs(change, more).map(({ what }) => what)
const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString()

afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe('what needs someone', () => {
  it('is nothing when all is well', () => {
    expect(needs({})).toEqual([])
  })

  it.each<[string, Partial<StaffStatus>, string[]]>([
    ['no connection', { online: false }, ['offline']],
    ['no load yet', { cursorAgeSeconds: null, dataAsOf: null }, ['neverLoaded']],
    ['old data although online', { cursorAgeSeconds: 901 }, ['oldData']],
    ['old data while offline: the connection is what is to be seen to', { online: false, cursorAgeSeconds: 901 }, ['offline']],
    ['a refused command', { outbox: { pending: 0, refused: 1, oldestPendingAt: null } }, ['refused']],
    ['a command that waits for over an hour', { outbox: { pending: 1, refused: 0, oldestPendingAt: ago(61) } }, ['oldPending']],
    ['out of service', { outOfService: true }, ['outOfService']],
    ['a full disk', { diskFreeBytes: 999_999_999 }, ['diskFull']],
    ['no backup for over two days', { lastBackupAt: ago(2 * 1440 + 1) }, ['oldBackup']],
    ['never a backup since it was started', { lastBackupAt: null, startedAt: ago(3 * 1440) }, ['noBackup']],
    ['a change set aside', { setAside: { count: 1, items: [] } }, ['setAside']],
    ['an incident of today', { incidents: [{ id: 1, at: ago(60), code: 'database-recovered' }] }, ['incidents']],
    ['a print of which nobody knows', { unknownJobs: 1 }, ['unknownJobs']],
    ['what a self-test found', { selfTestFaults: 2 }, ['selfTest']],
    ['a printer that is not there', { printers: [{ role: 'documents', name: 'Laser', state: 'offline', attention: [] }] }, ['printer']],
  ])('%s', (_what, change, expected) => {
    expect(names(change)).toEqual(expected)
  })

  it.each<[string, Partial<StaffStatus>]>([
    ['a command that was filed just now', { outbox: { pending: 1, refused: 0, oldestPendingAt: ago(59) } }],
    ['a free disk that cannot be read', { diskFreeBytes: null }],
    ['a backup of yesterday', { lastBackupAt: ago(1440) }],
    ['no backup on the first day', { lastBackupAt: null, startedAt: ago(600) }],
    ['an incident of the week before', { incidents: [{ id: 1, at: ago(1441), code: 'database-recovered' }] }],
    ['a printer at work', { printers: [{ role: 'documents', name: 'Laser', state: 'busy', attention: [] }] }],
  ])('is not %s', (_what, change) => {
    expect(names(change)).toEqual([])
  })

  it('says that folios cannot be given, and that nothing is set up, instead of what follows from it', () => {
    expect(names({}, { filing: 'other-machine' })).toEqual(['otherMachine'])
    expect(names({}, { filing: 'not-enrolled' })).toEqual(['notEnrolled'])
    expect(names({ online: false, cursorAgeSeconds: null }, { configured: false, filing: 'not-enrolled' })).toEqual(['notSetUp'])
  })

  it('puts first what customers feel', () => {
    const tones = needsOf({ status: troubledStaffStatus, configured: true, filing: 'open', now: NOW }).map(({ tone }) => tone)
    expect(tones).toEqual([...tones].sort().reverse())
    expect(new Set(tones)).toEqual(new Set(['late', 'due']))
  })
})

describe('Estado del equipo', () => {
  const mountStaff = (status: StaffStatus, locale: 'es-MX' | 'en' | 'pt' = 'es-MX') => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
    return mountScreen(StaffStatusView, { overrides: { 'staff.status': status }, locale })
  }

  it('says that all is well, and every figure', async () => {
    const { words } = await mountStaff(sampleStaffStatus)
    for (const said of [
      'Todo en orden',
      'hace 12 segundos',
      'Datos al 21 nov 2026, 10:42',
      '412 MB',
      '58.4 GB',
      'kiosk-07',
      'K07',
      '0.1.0',
      '20 nov 2026, 07:00',
    ])
      expect(words()).toContain(said)
    expect(words()).not.toContain('Necesita atención')
  })

  it('says in words what is wrong, and for how long', async () => {
    const { words } = await mountStaff(troubledStaffStatus)
    expect(words()).not.toContain('Todo en orden')
    for (const said of [
      'Sin conexión con la empresa',
      'La empresa no aceptó 2 solicitudes',
      'La más antigua es de hace 3 horas',
      'Quedan 310 MB',
      'El último es de hace 4 días',
      'Se apartaron 57 cambios',
      'Hubo 1 incidente desde ayer',
      'Laser: La impresora no tiene papel',
      'Se muestran los primeros 2 de 57',
      'El archivo de datos se dañó',
      'Algo que conviene revisar',
    ])
      expect(words()).toContain(said)
  })

  it('asks again when *Actualizar* is touched, by itself, and when there is news; it stops when it is left', async () => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] })
    const { kiosk, button, screen, words } = await mountScreen(StaffStatusView)
    const asked = (): number => kiosk.called.filter(({ channel }) => channel === 'staff.status').length
    expect(asked()).toBe(1)
    kiosk.answer('staff.status', { ...sampleStaffStatus, online: false })
    button('Actualizar').click()
    await flushPromises()
    expect(asked()).toBe(2)
    expect(words()).toContain('Sin conexión con la empresa')
    vi.advanceTimersByTime(5_000)
    await flushPromises()
    expect(asked()).toBe(3)
    kiosk.emit('kiosk.status', { ...sampleAnswers['kiosk.status'], online: false })
    await flushPromises()
    expect(asked()).toBe(4)
    screen.unmount()
    vi.advanceTimersByTime(60_000)
    expect(asked()).toBe(4)
  })

  it('says in a line what waits at the desks, and names *Buzón de salida* to those alone who serve', async () => {
    const { words, kiosk } = await mountStaff(troubledStaffStatus)
    expect(words()).toContain('Impresiones1 por contestar')
    expect(words()).not.toContain('Buzón de salida3')
    kiosk.emit('clerk.changed', { clerkId: 'c-1', name: 'Lucía', roles: ['clerk'], locked: false })
    await flushPromises()
    expect(words()).toContain('Buzón de salida3 por enviar · 2 sin aceptar')
    kiosk.emit('clerk.changed', { clerkId: 'c-3', name: 'Íñigo', roles: ['technician'], locked: false })
    await flushPromises()
    expect(words()).not.toContain('Buzón de salida3')
  })

  it('keeps the last figures when it cannot ask, and says so', async () => {
    const { kiosk, button, words } = await mountStaff(sampleStaffStatus)
    kiosk.fail('staff.status', { code: 'not-allowed' })
    button('Actualizar').click()
    await flushPromises()
    expect(words()).toContain('Su consulta ya no está abierta')
    expect(words()).toContain('412 MB')
  })

  it.each([
    ['en', 'All is well', '12 seconds ago'],
    ['pt', 'Tudo em ordem', 'há 12 segundos'],
  ] as const)('speaks %s', async (locale, well, age) => {
    const { words } = await mountStaff(sampleStaffStatus, locale)
    expect(words()).toContain(well)
    expect(words()).toContain(age)
  })
})

describe('incidents', () => {
  it.each(uiLocales)('have words of their own in %s, whatever their code', (locale) => {
    const { global: i18n } = createEveryLanguage()
    i18n.locale.value = locale
    for (const code of incidentCodes) expect(i18n.t(`staff.incidents.codes.${code}`)).not.toContain(code)
  })
})

describe('the way to the page for staff', () => {
  const link = (): HTMLElement | undefined => [...document.querySelectorAll('a')].find(({ textContent }) => textContent?.trim() === 'Personal')
  const open = (diagnostics: boolean, more = {}) =>
    show(App, {
      overrides: { 'kiosk.describe': { ...sampleDescription, diagnostics, ...more } },
      props: { connection: 'connected', back: () => undefined },
    })

  it('is a sign-in: without one, and without diagnostics, its address leads to the beginning', async () => {
    const { router } = await open(false)
    link()?.click()
    await eventually(() => expect(document.querySelector('h1')?.textContent).toBe('Personal'))
    expect([...document.querySelectorAll('button[type=submit]')].map(({ textContent }) => textContent?.trim())).toEqual(['Entrar'])
    await router.replace('/personal/estado')
    expect(router.currentRoute.value.path).toBe('/')
  })

  it('is open with diagnostics to whoever stands there, and leads to the sign-in from there', async () => {
    const { router } = await open(true)
    link()?.click()
    await eventually(() => expect(document.querySelector('h1')?.textContent).toBe('Estado del equipo'))
    expect(link()).toBeUndefined()
    const door = [...document.querySelectorAll('a')].find(({ textContent }) => textContent?.trim() === 'Entrar como personal')
    door?.click()
    await eventually(() => expect(router.currentRoute.value.path).toBe('/personal'))
  })

  it('is open where nothing is set up', async () => {
    const { router } = await open(true, { configured: false })
    expect(document.querySelector('h1')?.textContent).toContain('aún no está lista')
    await router.replace('/personal/estado')
    await eventually(() => expect(document.body.textContent).toContain('Falta la dirección de la empresa'))
  })
})
