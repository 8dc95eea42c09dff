import { describe, expect, it } from 'vitest'
import { useCustomerData } from '../../../renderer/stores/customerData.ts'
import { useEmailChange } from '../../../renderer/stores/emailChange.ts'
import { usePasswordChange } from '../../../renderer/stores/passwordChange.ts'
import AccountView from '../../../renderer/views/AccountView.vue'
import { useSession } from '../../../renderer/stores/session.ts'
import CustomerDataView from '../../../renderer/views/CustomerDataView.vue'
import EmailChangeView from '../../../renderer/views/EmailChangeView.vue'
import PasswordChangeView from '../../../renderer/views/PasswordChangeView.vue'
import PhoneChangeView from '../../../renderer/views/PhoneChangeView.vue'
import type { CustomerDataShown } from '../../../shared/contract/customerData.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { AnswerOf } from '../../../shared/contract/index.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { sampleCustomerData } from '../../fakes/customerDataSamples.ts'
import { sampleAccount, sampleAnswers } from '../../fakes/kioskSamples.ts'
import { field, fill, submit } from './formOnScreen.ts'
import { mountScreen, settled, type MountedScreen } from './mountScreen.ts'

const sent = ({ kiosk }: MountedScreen, channel: string) => kiosk.called.filter((call) => call.channel === channel).map(({ request }) => request)
const alert = (): string => document.querySelector('[role=alert]')?.textContent ?? ''
const offline = { ...sampleAnswers['kiosk.status'], online: false }
async function write(fields: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) fill(name, text)
  await settled()
  await submit()
}

describe('Mis datos', () => {
  const open = (change: Partial<CustomerDataShown> = {}) =>
    mountScreen(CustomerDataView, { overrides: { 'customerData.show': sampleCustomerData(sampleAccount, change) }, path: '/cuenta/datos' })

  it('is one touch from Mi cuenta, for every account', async () => {
    const shown = await mountScreen(AccountView)
    shown.button('Mis datos').click()
    await settled()
    expect(shown.router.currentRoute.value.path).toBe('/cuenta/datos')
  })

  it('shows what is hidden in part until it is asked for, and forgets it with the screen', async () => {
    const shown = await open()
    expect(shown.words()).toContain('a••••••@correo.com')
    shown.kiosk.answer('customerData.show', sampleCustomerData(sampleAccount, { email: 'ana.mendez@correo.com', phone: '81 8340 0012' }))
    shown.button('Mostrar').click()
    await settled()
    expect(sent(shown, 'customerData.show')).toEqual([false, true].map((whole) => ({ accountId: 'a1', whole })))
    for (const words of ['ana.mendez@correo.com', '81 8340 0012']) expect(shown.words()).toContain(words)
    expect(shown.button('Mostrar').getAttribute('aria-pressed')).toBe('true')
    shown.screen.unmount()
    expect(JSON.stringify(useCustomerData().$state)).not.toMatch(/ana\.mendez|8340/)
  })

  it('leads whoever is signed in to each change, and to how the invoices come', async () => {
    for (const [name, path] of [
      ['Cambiar teléfono', '/cuenta/datos/telefono'],
      ['Cambiar correo', '/cuenta/datos/correo'],
      ['Cambiar contraseña', '/cuenta/datos/contrasena'],
      ['Factura electrónica', '/cuenta/factura-electronica'],
    ] as const) {
      const shown = await open()
      shown.button(name).click()
      await settled()
      expect(shown.router.currentRoute.value.path).toBe(path)
      shown.screen.unmount()
    }
  })

  it('offers whoever holds a bill the sign-in and nothing to change', async () => {
    const shown = await open({ canBeWhole: false, customer: null, phone: null })
    expect(shown.words()).toContain('Se ven en parte')
    expect(shown.words()).toContain('La empresa no tiene ninguno.')
    expect(shown.buttons()).toEqual(['Iniciar sesión', 'Factura electrónica'])
  })

  it('says without a network what waits for it, and what does not', async () => {
    const shown = await open()
    shown.kiosk.emit('kiosk.status', offline)
    await settled()
    expect(shown.words()).toContain('El teléfono sí: se envía en cuanto haya conexión.')
    const isShut = (name: string) => shown.button(name).disabled
    expect(['Cambiar correo', 'Cambiar contraseña', 'Cambiar teléfono', 'Factura electrónica'].map(isShut)).toEqual([true, true, false, false])
  })

  it('says where e-mail and password are changed that are not changed here', async () => {
    const shown = await open({ customer: { ...sampleCustomerData(sampleAccount).customer!, canChange: false } })
    expect(shown.words()).toContain('use la oficina en línea de su empresa')
    expect(shown.buttons()).not.toContain('Cambiar correo')
  })

  it('tells of the telephone that was asked for, with its folio, and asks again when something filed has changed', async () => {
    const shown = await open({ asked: { phone: '•• •••• ••34', folio: 'K07-20261121-00428', at: '2026-11-21T16:42:00Z', state: 'stored' } })
    expect(shown.words()).toContain('pidió cambiar el teléfono a •• •••• ••34; su folio es K07-20261121-00428')
    shown.kiosk.emit('requests.changed', {})
    await settled()
    expect(sent(shown, 'customerData.show')).toHaveLength(2)
  })
})

describe('Cambiar teléfono', () => {
  it('is filed under the notice that stood there, and leads to its folio', async () => {
    const shown = await mountScreen(PhoneChangeView, { path: '/cuenta/datos/telefono' })
    await write({ Teléfono: '12' })
    expect(shown.words()).toContain('Faltan números')
    await write({ Teléfono: '81 5555 0034' })
    const form = { kind: 'contactDetails', accountId: 'a1', phone: '81 5555 0034', privacyNotice: { id: 'privacy', version: '2026-1' } }
    expect(sent(shown, 'requests.file')).toMatchObject([form])
    expect(shown.router.currentRoute.value.path).toBe(`/cuenta/reclamaciones/recibida/${sampleAnswers['requests.file'].commandId}`)
  })

  it('waits for the privacy notice that goes with it', async () => {
    const notice = Promise.withResolvers<Result<AnswerOf<'kiosk.privacyNotice'>>>()
    const shown = await mountScreen(PhoneChangeView, { path: '/cuenta/datos/telefono', overrides: { 'kiosk.privacyNotice': () => notice.promise } })
    await write({ Teléfono: '81 5555 0034' })
    expect(sent(shown, 'requests.file')).toEqual([])
    notice.resolve(success(sampleAnswers['kiosk.privacyNotice']))
    await settled()
    expect(sent(shown, 'requests.file')).toMatchObject([{ privacyNotice: { id: 'privacy', version: '2026-1' } }])
  })

  it('is not sent for whoever has left while the notice was on its way', async () => {
    const late = Promise.withResolvers<Result<AnswerOf<'kiosk.privacyNotice'>>>()
    const left = await mountScreen(PhoneChangeView, { path: '/cuenta/datos/telefono', overrides: { 'kiosk.privacyNotice': () => late.promise } })
    await write({ Teléfono: '81 5555 0034' })
    useSession().forget()
    await settled()
    late.resolve(success(sampleAnswers['kiosk.privacyNotice']))
    await settled()
    expect(sent(left, 'requests.file')).toEqual([])
  })

  it('says what the company has already', async () => {
    const shown = await mountScreen(PhoneChangeView, { path: '/cuenta/datos/telefono' })
    shown.kiosk.fail('requests.file', { code: 'invalid-fields', fields: [{ field: 'phone', problem: 'as-today' }] })
    await write({ Teléfono: '81 8340 0012' })
    expect(alert()).toContain('La empresa ya tiene ese.')
    expect(field('Teléfono').value).toBe('81 8340 0012')
  })

  it('gives no folio at a kiosk that gives none', async () => {
    const shown = await mountScreen(PhoneChangeView, { overrides: { 'kiosk.status': { ...sampleAnswers['kiosk.status'], filing: 'not-enrolled' } } })
    expect(shown.words()).toContain('Este kiosco aún no puede dar folios')
    expect(document.querySelector('input')).toBeNull()
  })
})

describe('Cambiar correo', () => {
  it('asks for the address and the password, then for the code, and keeps no password meanwhile', async () => {
    const shown = await mountScreen(EmailChangeView, { path: '/cuenta/datos/correo' })
    await write({ 'Correo nuevo': 'paty@', 'Contraseña actual': '' })
    expect(sent(shown, 'customerData.askForEmail')).toEqual([])
    expect(document.activeElement).toBe(field('Correo nuevo'))
    await write({ 'Correo nuevo': 'paty@example.org', 'Contraseña actual': 'tres faroles verdes' })
    expect(sent(shown, 'customerData.askForEmail')).toEqual([{ email: 'paty@example.org', password: 'tres faroles verdes' }])
    expect(JSON.stringify(useEmailChange().$state)).not.toContain('faroles')
    expect(document.activeElement).toBe(field('Código'))
    await write({ Código: '481 902' })
    expect(sent(shown, 'customerData.confirmEmail')).toEqual([{ code: '481 902' }])
    expect(shown.words()).toContain('Desde ahora inicie sesión con su correo nuevo.')
    shown.button('Volver a Mis datos').click()
    await settled()
    expect(shown.router.currentRoute.value.path).toBe('/cuenta/datos')
  })

  it('marks the code that is wrong, gives it the focus, and says nothing of it once another is typed', async () => {
    const shown = await mountScreen(EmailChangeView)
    await write({ 'Correo nuevo': 'paty@example.org', 'Contraseña actual': 'tres faroles verdes' })
    shown.kiosk.fail('customerData.confirmEmail', { code: 'wrong-code' })
    await write({ Código: '481 902' })
    expect(field('Código').getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field('Código'))
    expect(alert()).toContain('Ese código no es el que enviamos.')
    fill('Código', '481 903')
    await settled()
    expect(alert()).toBe('')
    shown.kiosk.fail('customerData.confirmEmail', { code: 'code-expired' })
    await submit()
    expect(alert()).toContain('Pida otro')
    expect(alert()).not.toContain('inicie sesión')
  })

  it('goes back for another code with the address as it was typed, and forgets all with the screen', async () => {
    const shown = await mountScreen(EmailChangeView)
    await write({ 'Correo nuevo': 'paty@example.org', 'Contraseña actual': 'tres faroles verdes' })
    shown.button('Pedir otro código').click()
    await settled()
    expect([field('Correo nuevo').value, field('Contraseña actual').value]).toEqual(['paty@example.org', ''])
    shown.screen.unmount()
    expect(JSON.stringify(useEmailChange().$state)).not.toContain('paty')
  })

  it('leads back to the password that is another, and keeps what was typed while there is no connection', async () => {
    const shown = await mountScreen(EmailChangeView)
    const typed = { 'Correo nuevo': 'paty@example.org', 'Contraseña actual': 'otra' }
    shown.kiosk.fail('customerData.askForEmail', { code: 'wrong-password' })
    await write(typed)
    expect(alert()).toContain('La contraseña actual no es esa.')
    expect(document.activeElement).toBe(field('Contraseña actual'))
    shown.kiosk.fail('customerData.askForEmail', { code: 'office-offline' })
    shown.kiosk.emit('kiosk.status', offline)
    await write(typed)
    expect(alert()).toContain('Necesita conexión')
    expect([field('Correo nuevo').value, field('Contraseña actual').value]).toEqual(Object.values(typed))
  })
})

describe('Cambiar contraseña', () => {
  const passwords = { 'Contraseña actual': 'tres faroles verdes', 'Contraseña nueva': 'nueve gatos azules', 'Confirme la contraseña': 'nueve gatos azules' }
  const open = () => mountScreen(PasswordChangeView, { path: '/cuenta/datos/contrasena' })

  it('sends the one of today and the new one, and forgets both', async () => {
    const shown = await open()
    expect(document.activeElement).toBe(field('Contraseña actual'))
    await write(passwords)
    const request = { current: 'tres faroles verdes', password: 'nueve gatos azules', passwordAgain: 'nueve gatos azules' }
    expect(sent(shown, 'customerData.changePassword')).toEqual([request])
    expect(shown.words()).toContain('Contraseña cambiada')
    expect(JSON.stringify(usePasswordChange().$state)).not.toMatch(/faroles|gatos/)
  })

  it('says of each field what is wrong before anything is sent, ticks the rule off, and asks once for what can be read', async () => {
    const shown = await open()
    await write({ ...passwords, 'Contraseña actual': '', 'Contraseña nueva': 'corta' })
    for (const words of ['Falta este dato.', 'Es demasiado corta.', 'No es igual a lo de antes.', 'también espacios: falta'])
      expect(shown.words()).toContain(words)
    await write({ ...passwords, 'Contraseña nueva': passwords['Contraseña actual'] })
    expect(shown.words()).toContain('Es la que tiene hoy.')
    expect(sent(shown, 'customerData.changePassword')).toEqual([])
    shown.screen.findAll('button[aria-pressed]')[1]?.element.dispatchEvent(new Event('click'))
    await settled()
    expect(document.querySelectorAll('form input')).toHaveLength(2)
    fill('Contraseña actual', passwords['Contraseña actual'])
    fill('Contraseña nueva', passwords['Contraseña nueva'])
    await settled()
    expect(shown.words()).toContain('también espacios: cumplido')
    await submit()
    expect(sent(shown, 'customerData.changePassword')).toMatchObject([{ passwordAgain: null }])
  })

  it.each<[Problem, string]>([
    [{ code: 'wrong-password' }, 'La contraseña actual no es esa.'],
    [{ code: 'password-refused', reason: 'Es muy conocida.' }, 'Es muy conocida. Escriba otra.'],
    [{ code: 'office-throttled', retryAfterSeconds: 8 }, '8 segundos'],
    [{ code: 'utility-busy' }, 'Espere un momento e inténtelo de nuevo.'],
    [{ code: 'change-unsure' }, 'inicie sesión con los datos nuevos'],
    [{ code: 'not-offered' }, 'Pregunte en el mostrador.'],
    [{ code: 'signed-out' }, 'Inicie sesión de nuevo para seguir.'],
  ])('tells what became of it and what comes next: %j', async (problem, words) => {
    const shown = await open()
    shown.kiosk.answer('customerData.changePassword', failure(problem))
    await write(passwords)
    expect(alert()).toContain(words)
    expect(field('Contraseña actual').value).toBe('tres faroles verdes')
    expect(shown.buttons().includes('Iniciar sesión')).toBe(problem.code === 'signed-out')
  })

  it('lets no answer in that comes after the screen was left', async () => {
    const shown = await open()
    const late = Promise.withResolvers<void>()
    shown.kiosk.answer('customerData.changePassword', async () => {
      await late.promise
      return success({})
    })
    await write(passwords)
    shown.screen.unmount()
    late.resolve()
    await settled()
    expect(usePasswordChange().done).toBe(false)
  })
})
