import type { Locator, Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import { expect } from './patience.ts'

/** *Mis pagos* as the person sees it, from *Mi cuenta* on. */
export function payments(page: Page) {
  const { heading, button } = counter(page)
  const rows = page.getByRole('listitem').filter({ has: button(/^Imprimir comprobante/) })

  return {
    rows,
    /** The first row that says this. */
    row: (text: string | RegExp): Locator => rows.filter({ hasText: text }).first(),

    async open(): Promise<void> {
      await page.getByRole('link', { name: /^Mis pagos/ }).click()
      await expect(heading('Mis pagos')).toBeVisible()
    },

    view: (row: Locator): Promise<void> => row.getByRole('button', { name: /^Ver/ }).click(),
    print: (row: Locator): Promise<void> => row.getByRole('button', { name: /^Imprimir comprobante/ }).click(),
  }
}
