import type { Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import { expect } from './patience.ts'

/** *Aportar lectura* as the person sees it, from *Mi cuenta* on. */
export function readings(page: Page) {
  const { heading, button } = counter(page)
  const field = page.getByRole('textbox', { name: /^Lectura del medidor/ })

  return {
    field,
    doubt: page.getByRole('dialog', { name: /^¿Su medidor marca/ }),
    /** What the drawn meter shows. */
    meter: page.getByRole('img', { name: /medidor/ }),

    async open(): Promise<void> {
      await page.getByRole('link', { name: /^Aportar lectura/ }).click()
      await expect(heading('Aportar lectura')).toBeVisible()
    },

    async send(value: string): Promise<void> {
      await field.fill(value)
      await button('Enviar lectura').click()
    },

    sendAnyway: () => button('Enviar lectura de todos modos').click(),

    /** As *Última lectura* says it. */
    async last(): Promise<number> {
      const written = await page.getByRole('region', { name: 'Su medidor' }).locator('.value').innerText()
      return Number(written.replace(/[^\d.]/gu, ''))
    },
  }
}
