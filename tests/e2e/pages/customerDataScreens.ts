import type { Page } from '@playwright/test'
import { sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import { counter } from './counterPage.ts'
import { customerData } from './customerData.ts'
import type { Look } from './everyScreen.ts'
import { expect } from './patience.ts'

/** *Mis datos* of whoever signed in, with what they can change; begins on *Mi cuenta*, ends on *Mis datos*. Nothing is changed. */
export async function customerDataScreens(page: Page, look: Look): Promise<void> {
  const { button } = counter(page)
  const data = customerData(page)
  await data.open()
  await look('Mis datos')
  await button('Mostrar').click()
  await expect(data.login).toHaveText(sampleLogins.registered.login)
  await look('Mis datos, completos')
  await data.begin('Cambiar teléfono')
  await look('Cambiar teléfono')
  await data.field('Teléfono').fill('12')
  await button('Enviar').click()
  await expect(page.getByText('Faltan números')).toBeVisible()
  await look('Cambiar teléfono, con errores')
  await data.back()
  await data.begin('Cambiar correo')
  await look('Cambiar correo')
  await data.askForEmail('paty@', '')
  await expect(page.getByText('Falta lo que va después de la arroba')).toBeVisible()
  await look('Cambiar correo, con errores')
  await data.askForEmail('paty@example.org', 'otra contraseña')
  await expect(page.getByText('La contraseña actual no es esa')).toBeVisible()
  await look('Cambiar correo, con otra contraseña')
  await data.askForEmail('paty@example.org', sampleLogins.registered.password)
  await expect(data.field('Código')).toBeFocused()
  await look('Cambiar correo, el código')
  await data.back()
  await data.begin('Cambiar contraseña')
  await look('Cambiar contraseña')
  await data.choosePassword('', 'corta', 'otra')
  await expect(page.getByText('Es demasiado corta')).toBeVisible()
  await look('Cambiar contraseña, con errores')
  await data.back()
}

/** *Mis datos* of whoever holds a bill; begins and ends on *Mi cuenta*. */
export async function billDataScreens(page: Page, look: Look): Promise<void> {
  const { button, heading } = counter(page)
  await customerData(page).open()
  await look('Mis datos, con una factura')
  await button(/^Volver$/).click()
  await expect(heading('Mi cuenta')).toBeVisible()
}
