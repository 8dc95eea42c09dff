import type { Page } from '@playwright/test'
import { formatDate } from '../../../shared/domain/dates.ts'
import { counter } from './counterPage.ts'
import { expect } from './patience.ts'

/** What *Estado de cuenta* shows, as a person reads it. */
export interface Figures {
  opening: string
  charges: string
  payments: string
  closing: string
}

/** *Estado de cuenta* and *Mis consumos* as the person sees them, from *Mi cuenta* on. */
export function statement(page: Page) {
  const { heading, button } = counter(page)
  const open = async (name: string): Promise<void> => {
    await page.getByRole('link', { name: new RegExp(`^${name}`) }).click()
    await expect(heading(name)).toBeVisible()
  }
  const from = page.getByRole('textbox', { name: /^Desde/ })
  const cells = (): Promise<string[][]> =>
    page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim() ?? '')))

  return {
    from,
    to: page.getByRole('textbox', { name: /^Hasta/ }),
    open: () => open('Estado de cuenta'),
    openConsumption: () => open('Mis consumos'),

    /** The amounts, without their signs of plus and minus. Until those of a range are there, those of the one before stay. */
    async figures(): Promise<Figures> {
      const firstDay = (await from.inputValue()).split('/').reverse().join('-')
      await expect(page.getByText(`Saldo antes del ${formatDate(firstDay, 'es-MX', 'short')}`)).toBeVisible()
      const amounts = await page.getByRole('definition').allTextContents()
      const [opening = '', charges = '', payments = '', closing = ''] = amounts.map((amount) => amount.replace(/^[+−]/u, '').trim())
      return { opening, charges, payments, closing }
    },

    /** The cells of every movement; those below the fold come once the screen is painted. */
    async movements(): Promise<string[][]> {
      const count = await page.getByRole('heading', { name: /^\d+ movimientos$/ }).innerText()
      await expect(page.locator('tbody tr')).toHaveCount(Number.parseInt(count))
      return cells()
    },

    /** The cells of the readings that are shown at first. */
    async readings(): Promise<string[][]> {
      await expect(page.locator('tbody tr').first()).toBeVisible()
      return cells()
    },

    /** Saves and answers the name of the file, as the screen says it. */
    async save(name: RegExp): Promise<string> {
      await button(name).click()
      const saved = page.getByRole('status').filter({ hasText: 'Guardado en la carpeta' })
      await expect(saved).toBeVisible()
      return (await saved.locator('small').textContent())?.trim() ?? ''
    },
  }
}

/** `$1,284.50` as a spreadsheet holds it. */
export const amountOf = (written: string): number => Number(written.replace(/[^\d.-]/gu, ''))
