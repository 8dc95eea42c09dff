import type { Page } from '@playwright/test'
import { sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import { counter } from './counterPage.ts'
import { customerDataScreens } from './customerDataScreens.ts'
import type { Look } from './everyScreen.ts'
import { signIn } from './signIn.ts'
import { expect } from './patience.ts'

/** Sign-in and renewal, from the first screen, and what whoever is signed in can change; ends signed in. */
export async function signInScreens(page: Page, look: Look): Promise<void> {
  const { button, heading } = counter(page)
  const signing = signIn(page)
  await signing.open()
  await look('Iniciar sesión')
  await button('Entrar').click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await look('Iniciar sesión, sin datos')
  await signing.enter('nadie@example.com', 'otra contraseña')
  await expect(page.getByText('No encontramos una cuenta con esos datos')).toBeVisible()
  await look('Iniciar sesión, sin coincidencia')
  await button(/^No recuerdo/).click()
  await expect(heading('Renovar contraseña')).toBeVisible()
  await signing.field('Correo electrónico o usuario').fill('nadie@example.com')
  await button('Enviar código').click()
  await expect(signing.field('Código')).toBeVisible()
  await look('Renovar contraseña')
  await signing.chooseNew('', 'corta')
  await expect(page.getByText('Es demasiado corta')).toBeVisible()
  await look('Renovar contraseña, con errores')
  await button(/^Inicio/).click()
  await signing.open()
  await signing.enter(sampleLogins.registered.login, sampleLogins.registered.password)
  await expect(heading('Mi cuenta')).toBeVisible()
  await expect(button('Desconectar')).toBeVisible()
  // That of another branch comes by itself; until then it is said to be elsewhere.
  await expect(button('Mis contratos (2)')).toBeVisible()
  await expect(page.getByText('contrato más en otra sucursal')).toHaveCount(0)
  await look('Mi cuenta de quien inició sesión')
  await button('Mis contratos (2)').click()
  await expect(heading('Mis contratos')).toBeVisible()
  await look('Mis contratos de quien inició sesión')
  await button(/^Volver$/).click()
  await customerDataScreens(page, look)
}
