import type { Page } from '@playwright/test'
import { counter } from '../../tests/e2e/pages/counterPage.ts'
import { onPhone } from '../../tests/e2e/pages/onlinePay.ts'
import { readScreenQr } from '../../tests/e2e/pages/screenQr.ts'
import type { TicketPrinter } from '../../tests/fixtures/printing/startTicketPrinter.ts'
import type { Shoot } from './walk.ts'
import { expect } from '../../tests/e2e/pages/patience.ts'

/** From *Pagar* and back to it; the bank's page is open on a phone. */
async function onlinePayScreens(page: Page, shoot: Shoot): Promise<void> {
  const kiosk = counter(page)
  await page.getByRole('radio', { name: /^BBVA/ }).click()
  await shoot('pagar-en-banco')
  await kiosk.button('Pagar en línea').click()
  await expect(page.getByRole('img', { name: /^Código QR/ })).toBeVisible()
  await shoot('pagar-en-linea')
  await onPhone(page, await readScreenQr(page), 'Rechazar')
  await expect(kiosk.heading('El pago no se hizo')).toBeVisible()
  await shoot('pago-en-linea-rechazado')
  await kiosk.button(/^Volver/).click()
  await expect(kiosk.heading('Pagar')).toBeVisible()
}

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
  await onlinePayScreens(page, shoot)
  await kiosk.button(/^Volver/).click()
  await expect(kiosk.heading('Factura ')).toBeVisible()
}
