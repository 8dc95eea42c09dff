import type { Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import { expect } from './patience.ts'

/** *Iniciar sesión* and *Renovar contraseña* as a person uses them. */
export function signIn(page: Page) {
  const { button, heading } = counter(page)
  const field = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`, 'u') })
  return {
    field,
    async open(): Promise<void> {
      await page.getByRole('link', { name: /^Iniciar sesión/ }).click()
      await expect(heading('Iniciar sesión')).toBeVisible()
    },
    async enter(login: string, password: string): Promise<void> {
      await field('Correo electrónico o usuario').fill(login)
      await page.getByLabel('Contraseña', { exact: true }).fill(password)
      await button('Entrar').click()
    },
    async chooseNew(code: string, password: string): Promise<void> {
      await field('Código').fill(code)
      await page.getByLabel('Contraseña nueva', { exact: true }).fill(password)
      await page.getByLabel('Confirme la contraseña', { exact: true }).fill(password)
      await button('Renovar contraseña').click()
    },
  }
}
