import type { Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import { expect } from './patience.ts'

/** *Llevar en el teléfono* of the screen or the dialog that is open; leaves the person before the code. */
export async function takeOnPhone(page: Page): Promise<void> {
  await counter(page)
    .button(/^Llevar en el teléfono/)
    .last()
    .click()
  await expect(page.getByRole('img', { name: 'Código QR de su documento' })).toBeVisible()
}
