import type { Locator, Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import { expect } from './patience.ts'

/** *Acuerdos de pago* as the person sees it, from *Mi cuenta* on. */
export function agreements(page: Page) {
  const { heading } = counter(page)
  const table = (place: number): Locator => page.getByRole('table').nth(place)

  return {
    table,
    /** Their numbers, in the order in which they are told. */
    names: page.getByRole('heading', { level: 3 }),

    async open(): Promise<void> {
      await page.getByRole('link', { name: /^Acuerdos de pago/ }).click()
      await expect(heading('Acuerdos de pago')).toBeVisible()
    },

    /** The cells of each installment of one of them, once all of them are built. */
    async installments(place: number, count = 6): Promise<string[][]> {
      const rows = table(place).locator('tbody tr')
      await expect(rows).toHaveCount(count)
      return rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim() ?? '')))
    },
  }
}
