import type { Locator, Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import type { Look } from './everyScreen.ts'
import { expect } from './patience.ts'

/** *Factura electrónica* as the person sees it, from *Mi cuenta* on. */
export function delivery(page: Page) {
  const { heading, button } = counter(page)
  const accept = page.getByRole('checkbox', { name: /^He leído y acepto/ })

  return {
    accept,
    email: page.getByRole('textbox', { name: /^Correo electrónico/ }),
    way: (name: 'Por correo electrónico' | 'En papel'): Locator => page.getByRole('radio', { name: new RegExp(`^${name}`) }),

    async open(): Promise<void> {
      await page.getByRole('link', { name: /^Factura electrónica/ }).click()
      await expect(heading('Factura electrónica')).toBeVisible()
      await expect(page.getByRole('radio').first()).toBeVisible()
    },

    async read(): Promise<void> {
      await button('Leer el texto').click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },

    async send(): Promise<void> {
      await button('Enviar').click()
      await expect(heading('Recibimos su solicitud')).toBeVisible()
    },
  }
}

/** The utility lacks an address, which whoever is signed in may give; begins on *Mi cuenta*, ends with the form filled in wrongly. */
export async function addressScreens(page: Page, look: Look): Promise<void> {
  const { button } = counter(page)
  const asking = delivery(page)
  await asking.open()
  await asking.way('Por correo electrónico').click()
  await look('Factura electrónica, sin correo conocido')
  await button('Enviar').click()
  await expect(asking.email).toBeFocused()
  await look('Factura electrónica, sin correo conocido, con errores')
}
