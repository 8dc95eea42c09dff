import type { Page } from '@playwright/test'
import { counter, monterrey, nuevoLaredo } from '../../tests/e2e/pages/counterPage.ts'
import { delivery } from '../../tests/e2e/pages/delivery.ts'
import type { Shoot } from './walk.ts'

/** Invoices by e-mail; begins and ends without an account open. */
export async function deliveryScreens(page: Page, shoot: Shoot): Promise<void> {
  const kiosk = counter(page)
  const asking = delivery(page)
  await kiosk.identify(monterrey)
  await asking.open()
  await asking.way('Por correo electrónico').click()
  await shoot('factura-electronica')
  await asking.read()
  await shoot('factura-electronica-texto')
  await kiosk.closeDialog()
  await asking.accept.click()
  await asking.send()
  await kiosk.finish()
  await kiosk.identify(nuevoLaredo)
  await asking.open()
  await asking.way('Por correo electrónico').click()
  await kiosk.button('Enviar').click()
  await shoot('factura-electronica-error')
  await kiosk.finish()
}
