import type { Page } from '@playwright/test'
import { contracts, sampleBill } from './contracts.ts'
import { counter } from './counterPage.ts'
import type { Look } from './everyScreen.ts'
import { expect } from './patience.ts'

/** Two contracts, then as many as a visit may hold, and one too many; begins on *Mi cuenta* of the first of the sample. */
export async function contractScreens(page: Page, look: Look): Promise<void> {
  const person = counter(page)
  const { open, openLookup, lookUp, add } = contracts(page)
  await openLookup()
  await look('Consultar otra factura')
  await person.button(/^Volver/).click()
  await add(sampleBill(2))
  await look('Mi cuenta, con dos contratos')
  await open()
  await look('Mis contratos, dos')
  await person.button(/^Volver/).click()
  await expect(person.heading('Mi cuenta')).toBeVisible()
  for (const index of [1, 3, 4, 5, 6, 7, 8, 9]) await add(sampleBill(index))
  await open()
  await look('Mis contratos, diez')
  await person.button('Pagar varios contratos').click()
  await expect(person.heading('Pagar varios contratos')).toBeVisible()
  await expect(page.getByRole('checkbox').first()).toBeVisible()
  await look('Pagar varios contratos')
  await page.getByRole('checkbox').first().click()
  await page.getByRole('checkbox').last().click()
  await expect(page.getByText('Elija al menos un contrato.')).toBeVisible()
  await look('Pagar varios contratos, ninguno')
  await page.evaluate(() => (location.hash = '#/cuenta/otra-factura'))
  await lookUp(sampleBill(10))
  await expect(page.getByText('los contratos que caben en una visita')).toBeVisible()
  await look('Consultar otra factura, ninguna más')
}
