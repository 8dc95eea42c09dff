import type { Locator, Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import { expect } from './patience.ts'

/** *Conozca su factura* as the person sees it. */
export function bill(page: Page) {
  const { heading, button } = counter(page)
  const parts = page.getByRole('region', { name: 'Las partes de la factura' }).locator('ol > li')
  return {
    /** The drawn bill. */
    drawing: page.getByRole('img', { name: /^Dibujo de/ }),
    parts,
    part: (mark: number): Locator => parts.nth(mark - 1),

    /** From the first screen, from *Mi cuenta* or from an invoice. */
    async open(): Promise<void> {
      await page
        .getByRole('link', { name: /^Conozca su factura/ })
        .or(button(/^Conozca su factura/))
        .click()
      await expect(heading('Conozca su factura')).toBeVisible()
      await expect(parts).toHaveCount(8)
    },
  }
}
