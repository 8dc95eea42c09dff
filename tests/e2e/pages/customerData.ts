import type { Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import { signIn } from './signIn.ts'
import { expect } from './patience.ts'

/** *Mis datos* and what is changed there, as a person uses it from *Mi cuenta* on. */
export function customerData(page: Page) {
  const { button, heading } = counter(page)
  const { field } = signIn(page)
  const secret = (name: string) => page.getByLabel(name, { exact: true })
  return {
    field,
    secret,
    /** The address with which they sign in. */
    login: page.getByRole('region', { name: 'Para iniciar sesión' }).getByRole('definition'),
    async open(): Promise<void> {
      await button('Mis datos').click()
      await expect(heading('Mis datos')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Datos de contacto' })).toBeVisible()
    },
    async begin(what: 'Cambiar teléfono' | 'Cambiar correo' | 'Cambiar contraseña'): Promise<void> {
      await button(what).click()
      await expect(heading(what)).toBeVisible()
      await expect(page.locator('form input').first()).toBeFocused()
    },
    async askForEmail(email: string, password: string): Promise<void> {
      await field('Correo nuevo').fill(email)
      await secret('Contraseña actual').fill(password)
      await button('Enviar código').click()
    },
    async choosePassword(current: string, password: string, again = password): Promise<void> {
      await secret('Contraseña actual').fill(current)
      await secret('Contraseña nueva').fill(password)
      await secret('Confirme la contraseña').fill(again)
      await button('Cambiar contraseña').click()
    },
    /** One of the form's screens has nothing else that leads there. */
    async back(): Promise<void> {
      await button(/^Volver$/).click()
      await expect(heading('Mis datos')).toBeVisible()
    },
  }
}
