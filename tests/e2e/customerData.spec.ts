import type { Page } from '@playwright/test'
import { sampleLogins } from '../../electron/sandbox/data/customers.ts'
import { codeTo, mailTo } from '../fixtures/sandbox/mails.ts'
import { expect, test } from './fixtures.ts'
import { expectSoundAtEverySize } from './pages/checks.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { customerData } from './pages/customerData.ts'
import { requests } from './pages/requests.ts'
import { signIn } from './pages/signIn.ts'
import { withUtility } from './withUtility.ts'

const { login, password } = sampleLogins.registered
const NEW_PASSWORD = 'nueve gatos azules'
const NEW_EMAIL = 'paty@example.org'

async function enter(page: Page, as: string, word: string): Promise<void> {
  const signing = signIn(page)
  await signing.open()
  await signing.enter(as, word)
  await expect(counter(page).heading('Mi cuenta')).toBeVisible()
}

test('whoever signed in reads their data in full, and changes e-mail and password, with which they sign in from then on', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox, kiosk }) => {
    const person = counter(page)
    const data = customerData(page)
    await expect(person.online).toBeVisible()
    await enter(page, login, password)
    await data.open()
    await expect(data.login).toHaveText('p••••••@example.com')
    await person.button('Mostrar').click()
    await expect(data.login).toHaveText(login)
    await expectSoundAtEverySize(page)

    await data.begin('Cambiar correo')
    await data.askForEmail(NEW_EMAIL, 'otra contraseña')
    await expect(page.getByRole('alert')).toContainText('La contraseña actual no es esa')
    await expect(data.secret('Contraseña actual')).toBeFocused()
    await data.askForEmail(NEW_EMAIL, password)
    await expect(page.getByText('Enviamos un código a p•••@example.org')).toBeVisible()
    expect(await mailTo(sandbox, login)).toContain('use otro correo: p•••@example.org')
    await data.field('Código').fill('000 000')
    await person.button('Confirmar correo').click()
    await expect(page.getByRole('alert')).toContainText('Ese código no es el que enviamos')
    await data.field('Código').fill(await codeTo(sandbox, NEW_EMAIL))
    await person.button('Confirmar correo').click()
    await expect(person.heading('Correo cambiado')).toBeVisible()
    await expectSoundAtEverySize(page)

    await person.button('Volver a Mis datos').click()
    await data.begin('Cambiar contraseña')
    await data.choosePassword(password, 'contraseña123')
    await expect(page.getByText('Es muy conocida')).toBeVisible()
    await expect(data.secret('Contraseña nueva')).toBeFocused()
    await data.choosePassword(password, NEW_PASSWORD)
    await expect(person.heading('Contraseña cambiada')).toBeVisible()
    expect(await mailTo(sandbox, NEW_EMAIL)).toContain('Se cambió la contraseña')
    await person.button('Volver a Mis datos').click()
    await expect(data.login).toHaveText('p•••@example.org')

    await person.finish()
    await enter(page, NEW_EMAIL, NEW_PASSWORD)
    await person.finish()
    for (const secret of [login, password, NEW_EMAIL, NEW_PASSWORD]) expect(kiosk.log()).not.toContain(secret)
  })
})

test('without a network another telephone is asked for, what needs the company says so, and the feed brings the telephone', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox }) => {
    const person = counter(page)
    const data = customerData(page)
    await expect(person.online).toBeVisible()
    await enter(page, login, password)
    await data.open()
    await data.begin('Cambiar correo')
    await data.field('Correo nuevo').fill(NEW_EMAIL)
    sandbox.faults.set('down')
    await expect(person.offline).toBeVisible()
    await expect(page.getByText('El teléfono sí: se envía en cuanto haya conexión')).toBeVisible()
    await data.askForEmail(NEW_EMAIL, password)
    await expect(page.getByRole('alert')).toContainText('Necesita conexión')
    await expect(data.field('Correo nuevo')).toHaveValue(NEW_EMAIL)
    await data.back()
    for (const what of ['Cambiar correo', 'Cambiar contraseña']) await expect(person.button(what)).toBeDisabled()
    await expectSoundAtEverySize(page)

    await data.begin('Cambiar teléfono')
    await data.field('Teléfono').fill('81 5555 00')
    await person.button('Enviar').click()
    const folio = await requests(page).folio()
    await person.button(/^Volver$/).click()
    await expect(person.heading('Mis datos')).toBeVisible()
    await expect(page.getByText(`a •• •••• 00; su folio es ${folio}`)).toBeVisible()
    await person.button('Mostrar').click()
    await expect(page.getByText(`a 81 5555 00; su folio es ${folio}`)).toBeVisible()

    expect(sandbox.commands()).toEqual([])
    sandbox.faults.set(null)
    await expect.poll(() => sandbox.commands().map(({ command }) => command.payload), { timeout: 60_000 }).toEqual([{ phone: '81 5555 00' }])
    await expect(page.getByText(folio)).toHaveCount(0)
    await expect(page.getByText('81 5555 00', { exact: true })).toBeVisible()
    await expect(person.button('Cambiar correo')).toBeEnabled()
  })
})

test('whoever holds a bill sees their data in part, changes nothing, and is led to the sign-in', { tag: '@browser' }, async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await customerData(page).open()
  await expect(page.getByText('Se ven en parte')).toBeVisible()
  await expect(page.getByText(/^•• •••• ••\d\d$/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Mostrar|Cambiar)/ })).toHaveCount(0)
  await expectSoundAtEverySize(page)
  await page.evaluate(() => (location.hash = '#/cuenta/datos/telefono'))
  await expect(person.heading('Mi cuenta')).toBeVisible()
  await customerData(page).open()
  await person.button('Factura electrónica').click()
  await expect(person.heading('Factura electrónica')).toBeVisible()
  await person.button(/^Volver$/).click()
  await person.button('Iniciar sesión').click()
  await expect(person.heading('Iniciar sesión')).toBeVisible()
})
