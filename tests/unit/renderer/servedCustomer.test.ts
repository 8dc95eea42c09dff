import { afterEach, describe, expect, it } from 'vitest'
import App from '../../../renderer/App.vue'
import { useSearch } from '../../../renderer/stores/search.ts'
import { usePrinting } from '../../../renderer/stores/printing.ts'
import type { ClerkHere } from '../../../shared/contract/clerk.ts'
import { failure, success } from '../../../shared/result.ts'
import { sampleCustomerData } from '../../fakes/customerDataSamples.ts'
import { sampleAccount, sampleAnswers } from '../../fakes/kioskSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { settled } from './mountScreen.ts'
import { show } from './support.ts'

const lucia: ClerkHere = { clerkId: 'c-1', name: 'Lucía Treviño Garza', roles: ['clerk'], locked: false }
const words = (): string => (document.querySelector('main')?.textContent ?? '').replace(/\s+/gu, ' ')
const heading = (): string => document.querySelector('h1')?.textContent?.trim() ?? ''
const control = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('button, a')].find((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').trim().startsWith(name))
const isThere = (): Promise<void> => eventually(() => expect(document.querySelector('[aria-labelledby=who]')).not.toBeNull())

/** On the page of a customer whom the main process says is served. */
async function open(overrides = {}) {
  const page = await show(App, { overrides, props: { connection: 'connected', back: () => undefined } })
  const { bridge, router } = page
  bridge.answer('assist.open', ({ accountId }: { accountId: string }) => {
    bridge.emit('assist.changed', { serving: { accountId, zoneId: 'mty' } })
    return success({})
  })
  bridge.answer('assist.close', () => {
    bridge.emit('assist.changed', { serving: null })
    return success({})
  })
  bridge.emit('session.ended', { reason: 'clerkIn', clerk: lucia })
  await eventually(() => expect(heading()).toBe('Personal'))
  await page.assist.open('a1')
  await router.replace('/personal/cliente/a1')
  await isThere()
  await settled()
  return page
}

afterEach(() => document.body.replaceChildren())

describe('the page of a customer', () => {
  it('says who they are, what they owe, and what was of late, and leads on to all that Mi cuenta has', async () => {
    await open()
    for (const part of ['CURP', '••••••01', 'G4-118820', 'Lecturas', 'Solicitudes abiertas', 'Impresiones', 'Factura DE 4043 2503'])
      expect(words()).toContain(part)
    expect(heading()).toBe(sampleAccount.holderName)
    const ways = [...document.querySelectorAll('nav[aria-label="Más de su cuenta"] a')].map(({ textContent }) => textContent?.trim())
    expect(ways).toHaveLength(8)
    expect([control('Mis facturas'), control('Datos de contacto'), control('Pagar')].includes(undefined)).toBe(false)
    // The window is named by no customer.
    expect(document.title).toMatch(/^Cliente/)
  })

  it('hides in part how they are reached, until it is asked for', async () => {
    const { bridge } = await open({ 'customerData.show': sampleCustomerData(sampleAccount, { canBeWhole: true }) })
    bridge.answer('customerData.show', sampleCustomerData(sampleAccount, { canBeWhole: true, phone: '81 8340 0012' }))
    expect(words()).not.toContain('81 8340 0012')
    control('Mostrar teléfono y correo')?.click()
    await settled()
    expect(words()).toContain('81 8340 0012')
    expect(bridge.called.filter(({ channel }) => channel === 'customerData.show').map(({ request }) => request)).toEqual([
      { accountId: 'a1', whole: false },
      { accountId: 'a1', whole: true },
    ])
  })

  it('stands in the place of Mi cuenta, and is there for nobody else', async () => {
    const { router, bridge } = await open()
    await router.replace('/cuenta/consumos')
    await router.replace('/cuenta')
    expect(router.currentRoute.value.path).toBe('/personal/cliente/a1')
    await router.replace('/cuenta/datos/telefono')
    expect(router.currentRoute.value.path).toBe('/cuenta/datos/telefono')
    // What is of the customers themselves is closed to whoever serves them.
    await router.replace('/cuenta/datos/contrasena')
    expect(router.currentRoute.value.path).toBe('/personal/cliente/a1')
    await router.replace('/personal/cliente/a2')
    expect(router.currentRoute.value.path).toBe('/personal')
    bridge.emit('assist.changed', { serving: null })
    await router.replace('/personal/cliente/a1')
    expect(router.currentRoute.value.path).toBe('/personal')
  })

  it('says what is wrong where it cannot be read, and asks again', async () => {
    const { bridge, router, assist } = await open()
    bridge.answer('assist.customer', failure({ code: 'cannot-store' }))
    await router.replace('/personal')
    await assist.open('a2')
    await router.replace('/personal/cliente/a2')
    await eventually(() => expect(control('Reintentar')).toBeDefined())
    expect(words()).not.toContain('G4-118820')
    bridge.answer('assist.customer', sampleAnswers['assist.customer'])
    control('Reintentar')?.click()
    await isThere()
    expect(words()).toContain('G4-118820')
  })

  it('ends by Terminar with the customer and not with the clerk, whose language stays', async () => {
    const { bridge, router, session } = await open()
    session.language = 'en'
    useSearch().typed = 'garza'
    await settled()
    control('Finish')?.click()
    await eventually(() => expect(router.currentRoute.value.path).toBe('/personal'))
    expect(bridge.called.map(({ channel }) => channel)).toContain('assist.close')
    expect(bridge.called.map(({ channel }) => channel)).not.toContain('session.end')
    // What they were found by shows them, and others.
    expect(useSearch().typed).toBe('')
    expect([session.language, session.isOpen, document.body.textContent?.includes(lucia.name)]).toEqual(['en', false, true])
  })

  it('asks first where paper of theirs would not come out any more', async () => {
    const { bridge, router } = await open()
    const printing = usePrinting()
    const job = { ...sampleAnswers['printing.print'], state: 'queued' as const, attention: 'paper' as const }
    bridge.answer('printing.print', job)
    await printing.print({ document: { kind: 'duplicate', invoiceId: 'i1' }, name: 'DE 4043 2503' })
    control('Terminar')?.click()
    await settled()
    expect(document.querySelector('dialog')?.textContent).toContain('Hay papel que no ha salido')
    expect(bridge.called.map(({ channel }) => channel)).not.toContain('assist.close')
    control('Sí, terminar')?.click()
    await eventually(() => expect(router.currentRoute.value.path).toBe('/personal'))
    expect(printing.jobs.size).toBe(0)
  })
})

it('a customer who cannot be opened leaves nobody served, and the reason beside the field', async () => {
  const page = await open()
  page.bridge.answer('assist.open', failure({ code: 'account-withdrawn' }))
  await page.router.replace('/personal')
  await settled()
  expect(await page.assist.open('a2')).toBe(false)
  await settled()
  expect([page.session.isOpen, page.bridge.called.at(-1)]).toEqual([false, { channel: 'assist.close', request: {} }])
  expect(document.querySelector('main [role=alert]')).not.toBeNull()
})
