import type { Page } from '@playwright/test'
import { contracts, sampleBill } from '../../tests/e2e/pages/contracts.ts'
import { counter, monterrey } from '../../tests/e2e/pages/counterPage.ts'
import type { Shoot } from './walk.ts'
import { expect } from '../../tests/e2e/pages/patience.ts'

/** Several contracts in one visit; begins and ends without an account open. */
export async function contractScreens(page: Page, shoot: Shoot): Promise<void> {
  const kiosk = counter(page)
  const { open, openLookup, add } = contracts(page)
  await kiosk.identify(monterrey)
  await openLookup()
  await shoot('consultar-otra-factura')
  await kiosk.button(/^Volver/).click()
  for (const index of [4, 1, 3]) await add(sampleBill(index))
  await expect(page.getByText('Total adeudado')).toBeVisible()
  await shoot('mi-cuenta-con-varios-contratos')
  await open()
  await shoot('mis-contratos')
  await kiosk.finish()
}
