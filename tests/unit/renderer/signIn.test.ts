import { describe, expect, it } from 'vitest'
import AccountView from '../../../renderer/views/AccountView.vue'
import RenewalView from '../../../renderer/views/RenewalView.vue'
import SignInView from '../../../renderer/views/SignInView.vue'
import { useSession } from '../../../renderer/stores/session.ts'
import { useSignIn } from '../../../renderer/stores/signIn.ts'
import { success } from '../../../shared/result.ts'
import { sampleAnswers } from '../../fakes/kioskSamples.ts'
import { sampleCode, sampleCustomer } from '../../fakes/officeSamples.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const inputs = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('main input, form input')]
async function type(...texts: string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    const input = inputs()[index] as HTMLInputElement
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  await settled()
}
async function send({ screen }: MountedScreen): Promise<void> {
  screen.get('form').element.dispatchEvent(new Event('submit', { cancelable: true }))
  await settled()
}
const sent = ({ kiosk }: MountedScreen, channel: string) => kiosk.called.filter((call) => call.channel === channel).map(({ request }) => request)

describe('Iniciar sesión', () => {
  it('hides the password until it is asked for, and sends both', async () => {
    const shown = await mountScreen(SignInView, { visitor: true })
    expect(inputs().map(({ type }) => type)).toEqual(['text', 'password'])
    const show = shown.screen.get('button[aria-pressed]')
    await show.trigger('click')
    expect(inputs()[1]?.type).toBe('text')
    await type('ana@correo.mx', 'tres palabras sueltas')
    await send(shown)
    expect(sent(shown, 'signIn.enter')).toEqual([{ login: 'ana@correo.mx', password: 'tres palabras sueltas' }])
    expect(useSession()).toMatchObject({ accountId: 'a1', contracts: 1 })
  })

  it('asks for what is empty before anything is sent', async () => {
    const shown = await mountScreen(SignInView, { visitor: true })
    await send(shown)
    expect(sent(shown, 'signIn.enter')).toEqual([])
    expect(document.activeElement).toBe(inputs()[0])
    await type('ana@correo.mx')
    await send(shown)
    expect(sent(shown, 'signIn.enter')).toEqual([])
    expect(document.activeElement).toBe(inputs()[1])
  })

  it('says one thing of a login that does not exist and of a wrong password, and keeps what was typed', async () => {
    const shown = await mountScreen(SignInView, { visitor: true })
    shown.kiosk.fail('signIn.enter', { code: 'wrong-login' })
    await type('ana@correo.mx', 'otra')
    await send(shown)
    expect(shown.screen.get('[role="alert"]').text()).toContain('No encontramos una cuenta con esos datos')
    expect(inputs().map(({ value }) => value)).toEqual(['ana@correo.mx', 'otra'])
    expect(useSession().isOpen).toBe(false)
  })

  it('counts a wait down and sends nothing meanwhile', async () => {
    const shown = await mountScreen(SignInView, { visitor: true })
    shown.kiosk.fail('signIn.enter', { code: 'office-throttled', retryAfterSeconds: 8 })
    await type('ana@correo.mx', 'otra')
    await send(shown)
    expect(shown.words()).toContain('8 segundos')
    await send(shown)
    expect(sent(shown, 'signIn.enter')).toHaveLength(1)
  })

  it('is sent by itself as soon as the first load is complete', async () => {
    const shown = await mountScreen(SignInView, { visitor: true })
    shown.kiosk.emit('kiosk.status', { ...sampleAnswers['kiosk.status'], data: 'preparing' })
    shown.kiosk.fail('signIn.enter', { code: 'preparing-data' })
    await type('ana@correo.mx', 'tres palabras sueltas')
    await send(shown)
    expect(shown.words()).toContain('Estamos preparando los datos')
    shown.kiosk.fail('signIn.enter')
    shown.kiosk.emit('kiosk.status', sampleAnswers['kiosk.status'])
    await settled()
    expect(sent(shown, 'signIn.enter')).toHaveLength(2)
    expect(useSession().isOpen).toBe(true)
  })

  it('is not signed in by who has left it, and says that it needs a connection only while there is none', async () => {
    const shown = await mountScreen(SignInView, { visitor: true })
    shown.kiosk.fail('signIn.enter', { code: 'office-offline' })
    shown.kiosk.emit('kiosk.status', { ...sampleAnswers['kiosk.status'], online: false })
    await type('ana@correo.mx', 'tres palabras sueltas')
    await send(shown)
    expect(shown.words()).toContain('Necesita conexión')
    shown.kiosk.emit('kiosk.status', sampleAnswers['kiosk.status'])
    await settled()
    expect(shown.words()).not.toContain('Necesita conexión')
    shown.kiosk.fail('signIn.enter')
    shown.kiosk.answer('signIn.enter', () => new Promise(() => undefined))
    await send(shown)
    shown.screen.unmount()
    expect(sent(shown, 'signIn.cancel')).toHaveLength(1)
    expect(JSON.stringify(useSignIn().$state)).not.toContain('tres palabras')
  })

  it('says so where none of the contracts can be shown here, and lets one leave', async () => {
    const shown = await mountScreen(SignInView, {
      overrides: { 'signIn.enter': { outcome: 'signedIn', customer: { ...sampleCustomer, accounts: [], elsewhere: 2 } } },
    })
    await type('ana@correo.mx', 'tres palabras sueltas')
    await send(shown)
    expect(shown.words()).toContain('sus contratos no son de esta sucursal')
    expect(shown.words()).toContain('Desconectar')
  })

  it('searches again for contracts that may still come, and goes in with the first', async () => {
    const customer = { ...sampleCustomer, accounts: [], elsewhere: 2, again: true }
    const shown = await mountScreen(SignInView, { overrides: { 'signIn.enter': { outcome: 'signedIn', customer } } })
    await type('ana@correo.mx', 'tres palabras sueltas')
    await send(shown)
    shown.kiosk.answer('contracts.readAgain', () => {
      shown.kiosk.emit('contracts.changed', { shown: 2, elsewhere: 0 })
      return success({})
    })
    shown.button('Volver a buscar').click()
    await settled()
    expect(useSession()).toMatchObject({ accountId: 'a1', contracts: 2 })
    expect(shown.router.currentRoute.value.path).toBe('/cuenta/contratos')
  })

  it.each([
    ['a1', '/cuenta/factura-electronica', '/cuenta/factura-electronica'],
    ['a1', 'https://example.com/', '/cuenta/contratos'],
    ['a2', '/cuenta/factura-electronica', '/cuenta/contratos'],
  ])('leads back to where it was offered, if account %s is theirs and %s is a screen of it', async (theirs, from, path) => {
    const accounts = [
      { accountId: 'a9', zoneId: 'mty' },
      { accountId: theirs, zoneId: 'mty' },
    ]
    const overrides = { 'signIn.enter': { outcome: 'signedIn' as const, customer: { ...sampleCustomer, accounts } } }
    const shown = await mountScreen(SignInView, { overrides, path: `/sesion?de=${encodeURIComponent(from)}` })
    await type('ana@correo.mx', 'tres palabras sueltas')
    await send(shown)
    expect(shown.router.currentRoute.value.path).toBe(path)
    expect(useSession().accountId).toBe(path === from ? 'a1' : 'a9')
  })

  it('forgets the password with the screen, and who is signed in with the visitor', async () => {
    const shown = await mountScreen(SignInView, { visitor: true })
    await type('ana@correo.mx', 'tres palabras sueltas')
    await send(shown)
    shown.screen.unmount()
    expect([useSignIn().login, useSignIn().password, useSignIn().customer?.name]).toEqual(['', '', 'Ana Medina Pardo'])
    useSession().forget()
    expect(useSignIn().customer).toBeNull()
  })
})

it('closes what was open in the page before, as the main process does', async () => {
  const shown = await mountScreen(SignInView, { overrides: { 'signIn.enter': { outcome: 'signedIn', customer: { ...sampleCustomer, accounts: [] } } } })
  expect(shown.words()).toContain('se cierra al iniciar sesión')
  await type('ana@correo.mx', 'tres palabras sueltas')
  await send(shown)
  expect(useSession().isOpen).toBe(false)
})

describe('Mi cuenta of somebody who is signed in', () => {
  it('says who, and when they were here last, and offers no other bill', async () => {
    const shown = await mountScreen(AccountView)
    useSignIn().customer = sampleCustomer
    await settled()
    for (const words of ['Ana Medina Pardo', 'Última conexión: 2 nov 2026', 'Desconectar']) expect(shown.words()).toContain(words)
    expect(shown.words()).not.toContain('Consultar otra factura')
  })
})

describe('Renovar contraseña', () => {
  it('asks for whom, then for the code and the password, and ends with how to sign in', async () => {
    const shown = await mountScreen(RenewalView, { overrides: { 'signIn.askForRenewal': { ...sampleCode, maskedEmail: null } } })
    await type('ana.medina')
    await send(shown)
    expect(sent(shown, 'signIn.askForRenewal')).toEqual([{ login: 'ana.medina' }])
    expect(shown.words()).toContain('Si ese usuario existe, enviamos un código')
    await type('481 902', 'tres palabras sueltas', 'tres palabras sueltas')
    await send(shown)
    expect(sent(shown, 'signIn.renew')).toEqual([{ code: '481 902', password: 'tres palabras sueltas' }])
    expect(shown.words()).toContain('Desde ahora inicie sesión con su correo electrónico y su contraseña nueva.')
    useSignIn().renewal = sampleCode
    await settled()
    expect(shown.words()).toContain('Su correo electrónico ha sido actualizado. Acceda de nuevo al portal con su correo electrónico y su contraseña.')
  })

  it('says of each field what is wrong before anything is sent, and asks for the password once where it can be read', async () => {
    const shown = await mountScreen(RenewalView, { visitor: true })
    await type('ana.medina')
    await send(shown)
    await type('', 'corta', 'otra')
    await send(shown)
    for (const words of ['Es demasiado corta', 'No es igual a lo de antes']) expect(shown.words()).toContain(words)
    expect(sent(shown, 'signIn.renew')).toEqual([])
    await shown.screen.get('button[aria-pressed]').trigger('click')
    expect(inputs()).toHaveLength(2)
    await type('481902', 'tres palabras sueltas')
    await send(shown)
    expect(sent(shown, 'signIn.renew')).toHaveLength(1)
  })

  it('tells whom the code went to where the sign-in of the former portal led here', async () => {
    const shown = await mountScreen(RenewalView, { visitor: true })
    useSignIn().renewal = sampleCode
    await settled()
    expect(shown.words()).toContain('Enviamos un código a a••@correo.mx')
    expect(shown.words()).toContain('Su registro es del portal anterior')
  })

  it('keeps what was typed when the code is wrong', async () => {
    const shown = await mountScreen(RenewalView, { visitor: true })
    await type('ana.medina')
    await send(shown)
    shown.kiosk.fail('signIn.renew', { code: 'wrong-code' })
    await type('481902', 'tres palabras sueltas', 'tres palabras sueltas')
    await send(shown)
    expect(shown.screen.get('[role="alert"]').text()).toContain('Ese código no es el que enviamos')
    expect(inputs().map(({ value }) => value)).toEqual(['481902', 'tres palabras sueltas', 'tres palabras sueltas'])
    expect([document.activeElement, inputs()[0]?.getAttribute('aria-invalid')]).toEqual([inputs()[0], 'true'])
    await type('481903')
    expect(inputs()[0]?.getAttribute('aria-invalid')).toBeNull()
  })

  it('asks for another code with the login as it was typed', async () => {
    const shown = await mountScreen(RenewalView, { visitor: true })
    await type('ana.medina')
    await send(shown)
    shown.button('Pedir otro código').click()
    await settled()
    expect(inputs().map(({ value }) => value)).toEqual(['ana.medina'])
  })
})
