import type { Locator, Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import { expect } from './patience.ts'

/** Paying as the person sees it, from *Mi cuenta* on. */
export function paying(page: Page) {
  const { heading, button } = counter(page)
  const figure = async (region: Locator): Promise<string> => ((await region.textContent()) ?? '').replace(/\s+/gu, ' ').trim()

  return {
    /** All that is owed; answers the figure that was touched, as it stands on the screen. */
    async openAll(): Promise<string> {
      const owed = /\$ ?[\d,]+\.\d{2}/u.exec(await figure(page.getByRole('region', { name: 'Total adeudado' })))?.[0] ?? ''
      await button(/^Pagar$/).click()
      await expect(heading('Pagar')).toBeVisible()
      await expect(this.place('En la caja de esta sucursal')).toBeVisible()
      return owed
    },

    /** From *Mi cuenta*, where there are several contracts. */
    async openTogether(): Promise<void> {
      await button(/^Mis contratos/).click()
      await button('Pagar varios contratos').click()
      await expect(heading('Pagar varios contratos')).toBeVisible()
      await expect(page.getByRole('checkbox').first()).toBeVisible()
    },

    contract: (number: string): Locator => page.getByRole('checkbox', { name: new RegExp(number) }),

    place: (name: string): Locator => page.getByRole('radio', { name: new RegExp(`^${name}`) }),

    invoice: (number: string): Locator => page.getByRole('checkbox', { name: new RegExp(`^${number}`) }),

    /** What is to be paid, as it stands on the screen. */
    async total(): Promise<string> {
      const said = await figure(page.getByRole('region', { name: 'Qué va a pagar' }).getByRole('status'))
      return /\$ ?[\d,]+\.\d{2}/u.exec(said)?.[0] ?? ''
    },

    /** Leaves the person on *Listo*. */
    async print(): Promise<void> {
      await button(/^Imprimir$/).click()
      await expect(page.getByText(/^Listo/)).toBeVisible()
    },
  }
}
