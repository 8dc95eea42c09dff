import type { Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import { paying } from './pay.ts'
import { expect } from './patience.ts'

/** Paying on one's own phone as the person sees it, from *Mi cuenta* on. */
export function onlinePaying(page: Page) {
  const { heading, button } = counter(page)
  return {
    /** Leaves the person before the QR. */
    async begin(bank = 'BBVA'): Promise<void> {
      await paying(page).openAll()
      await paying(page).place(bank).click()
      await button('Pagar en línea').click()
      await expect(heading('Pagar en línea')).toBeVisible()
      await expect(page.getByRole('img', { name: /^Código QR/ })).toBeVisible()
    },
  }
}

/** What the person does on the bank's page with the phone. */
export async function onPhone(page: Page, url: string, does: 'Pagar' | 'Rechazar'): Promise<void> {
  const phone = await page.context().browser()?.newContext()
  if (!phone) throw new Error('no browser for the phone')
  const bank = await phone.newPage()
  await bank.goto(url)
  await bank.getByRole('button', { name: does }).click()
  await expect(bank.getByRole('status')).not.toHaveText(/Revise/)
  await phone.close()
}
