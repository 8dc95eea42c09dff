import type { Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import type { Look } from './everyScreen.ts'
import { expect } from './patience.ts'

/** The self-test, before the first one and after it; begins and ends on *Personal* of somebody who is signed in. */
export async function selfTestScreens(page: Page, look: Look): Promise<void> {
  const { button } = counter(page)
  await page.getByRole('link', { name: /^Autoprueba/ }).click()
  await expect(page.getByText('Todavía no se ha probado').or(page.getByRole('listitem').first())).toBeVisible()
  await look('Autoprueba, antes')
  await button('Probar ahora').click()
  await expect(page.getByText(/^Prueba del /)).toBeVisible()
  await button(/^No funciona: Pantalla/).click()
  await expect(page.getByText('Así lo dijo quien probó')).toBeVisible()
  await look('Autoprueba')
  await button(/^Volver/).click()
}
