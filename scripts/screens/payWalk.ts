import { expect as expectSoon, type Page } from '@playwright/test'
import { counter } from '../../tests/e2e/pages/counterPage.ts'
import type { TicketPrinter } from '../../tests/fixtures/printing/startTicketPrinter.ts'
import type { Shoot } from './walk.ts'

const expect = expectSoon.configure({ timeout: 120_000 })

/** From *Factura* and back to it. */
export async function payScreens(page: Page, shoot: Shoot, tickets: TicketPrinter): Promise<void> {
  const kiosk = counter(page)
  await kiosk.button(/^Pagar$/).click()
  await expect(page.getByRole('radio', { name: /^En la caja/ })).toBeVisible()
  await shoot('pagar')
  tickets.set({ paper: 'out' })
  await kiosk.button(/^Imprimir$/).click()
  await expect(page.getByText('La impresora de tickets no tiene papel')).toBeVisible()
  await shoot('ticket-sin-papel')
  tickets.set({ paper: 'full' })
  await expect(page.getByText(/^Listo/)).toBeVisible()
  await shoot('ticket-impreso')
  await kiosk.button(/^Volver/).click()
  await expect(kiosk.heading('Pagar')).toBeVisible()
  await kiosk.button(/^Volver/).click()
  await expect(kiosk.heading('Factura ')).toBeVisible()
}
