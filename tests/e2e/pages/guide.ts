import type { Locator, Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import { expect } from './patience.ts'

/** Frequent questions, and where to pay. */
export function guide(page: Page) {
  const heading = (name: string): Locator => counter(page).heading(name)
  return {
    search: page.getByRole('textbox', { name: /^Buscar/ }),
    zone: page.getByRole('combobox', { name: /^Zona geográfica/ }),
    question: (words: string): Locator => page.getByRole('button', { name: words }),

    /** From the first screen. The first load may still run: the screen says so and tries by itself. */
    async openQuestions(): Promise<void> {
      await page.getByRole('link', { name: /^Preguntas frecuentes/ }).click()
      await expect(heading('Preguntas frecuentes')).toBeVisible()
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
    },
    /** From the first screen or from *Pagar*. */
    async openPlaces(): Promise<void> {
      await page
        .getByRole('link', { name: /^¿Dónde pagar\?/ })
        .or(counter(page).button(/^¿Dónde pagar\?/))
        .click()
      await expect(heading('¿Dónde pagar?')).toBeVisible()
      await expect(page.getByRole('region', { name: 'En persona' })).toBeVisible()
    },
  }
}
