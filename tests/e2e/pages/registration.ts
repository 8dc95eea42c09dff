import type { Page } from '@playwright/test'
import { inventAccount } from '../../../electron/sandbox/sample/records.ts'
import { counter } from './counterPage.ts'
import { expect } from './patience.ts'

/** What somebody of the sample has at hand. */
export const papersOf = (index: number) => inventAccount(index, '2026-11-12').account

/** Who the sample has at hand for each proof; the company is put into the sample by the test. */
export const registering = {
  monterrey: papersOf(0),
  nuevoLaredo: papersOf(1),
  montevideo: papersOf(2),
  person: papersOf(5),
  company: { ...papersOf(11), holder: { ...papersOf(11).holder, kind: 'company' as const, companyName: 'Tortillería Pérez y Compañía SA de CV' } },
}

/** *Registrarme* and *Active su cuenta* as a person uses them. */
export function registration(page: Page) {
  const { button, heading, chooseZone } = counter(page)
  const field = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`, 'u') })
  const secret = (name: string) => page.getByLabel(new RegExp(`^${name}( \\*)?$`, 'u'))
  return {
    field,
    secret,
    goOn: button('Continuar'),
    goBack: button('Atrás'),
    send: button('Enviar'),
    async open(): Promise<void> {
      await page.getByRole('link', { name: /^Registrarme/ }).click()
      await expect(heading('Registrarme')).toBeVisible()
      await expect(button('Continuar')).toBeVisible()
    },
    async chooseZone(name: string): Promise<void> {
      await chooseZone.call(counter(page), name)
    },
    /** Fills in what each field is named by, and goes on. */
    async fillIn(values: Record<string, string>): Promise<void> {
      for (const [name, value] of Object.entries(values)) await field(name).fill(value)
      await button('Continuar').click()
    },
    async chooseDocument(name: string): Promise<void> {
      await page.getByRole('combobox', { name: /^Tipo de documento/ }).click()
      await page.getByRole('option', { name, exact: true }).click()
    },
    async writeEmail(email: string, again = email): Promise<void> {
      await field('Correo electrónico').fill(email)
      await field('Repita el correo electrónico').fill(again)
    },
    async accept(...titles: string[]): Promise<void> {
      for (const title of titles) await page.getByRole('checkbox', { name: `He leído y acepto ${title}` }).check()
    },
    async activate(code: string, password: string): Promise<void> {
      await field('Código').fill(code)
      await secret('Contraseña').fill(password)
      await secret('Repita la contraseña').fill(password)
      await button('Activar mi cuenta').click()
    },
  }
}
