import type { Locator, Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import { expect } from './patience.ts'

interface Message {
  name: string
  text: string
  account?: string
  email?: string
  phone?: string
}

/** *Contacto* as the person sees it, from the first screen on. */
export function contact(page: Page) {
  const { heading, button } = counter(page)
  const field = (name: RegExp): Locator => page.getByRole('textbox', { name })

  return {
    field,

    async open(): Promise<void> {
      await page.getByRole('link', { name: /^Contacto/ }).click()
      await expect(heading('Contacto')).toBeVisible()
    },

    async choose(kind: 'Consulta' | 'Consumo elevado' | 'Sugerencia' | 'Opinión'): Promise<void> {
      await page.getByRole('link', { name: new RegExp(`^${kind}`) }).click()
      await expect(heading(`Contacto: ${kind}`)).toBeVisible()
    },

    async write({ name, text, account = '', email = '', phone = '' }: Message): Promise<void> {
      await field(/^Nombre/).fill(name)
      await field(/^Número de cuenta/).fill(account)
      await field(/^Descripción/).fill(text)
      await field(/^Correo electrónico/).fill(email)
      await field(/^Teléfono/).fill(phone)
    },

    async send(): Promise<void> {
      await button('Enviar').click()
      await expect(heading('Recibimos su solicitud')).toBeVisible()
    },
  }
}
