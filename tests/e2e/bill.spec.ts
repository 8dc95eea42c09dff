import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { bill } from './pages/bill.ts'
import { expectSound, sizes } from './pages/checks.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { amountOf } from './pages/statement.ts'
import { withUtility } from './withUtility.ts'

/** The amounts of a part, as they stand there. */
const amountsIn = (text: string): number[] => (text.match(/\$\s?[\d.,]*\d/g) ?? []).map(amountOf)

/** As somebody without an account, then with one; begins and ends on the first screen. */
async function lookAround(page: Page): Promise<void> {
  const person = counter(page)
  const { drawing, part, open } = bill(page)
  await open()
  await expect(page.getByText('Las cifras no son de nadie.')).toBeVisible()
  await expect(drawing).toContainText('MUESTRA')
  await expect(part(5)).toContainText('El gas que pasó por su medidor')
  await expectSound(page)
  await person.button('Aguas de Cantera Rosa').click()
  await expect(part(1)).toContainText('Referencia')
  await expect(part(5)).toContainText('mil litros')
  await expectSound(page)
  await person.button(/^Volver/).click()
  await expect(person.heading('Bienvenido')).toBeVisible()

  await person.identify(monterrey)
  await open()
  await expect(page.getByText('Su factura DE 4043 2503, parte por parte.')).toBeVisible()
  await expect(drawing).not.toContainText('MUESTRA')
  await expect(drawing).toContainText('40989917-7')
  await expect(part(8)).toContainText('$1,284.50')
  const [charges = 0, taxes = 0, total = 0] = amountsIn((await part(8).innerText()).split('\n').find((line) => line.includes('de cargos')) ?? '')
  expect(Math.round((charges + taxes) * 100)).toBe(Math.round(total * 100))
  expect(total).toBe(1284.5)
  await expectSound(page)
  await person.button(/^Volver/).click()
  await expect(person.heading('Mi cuenta')).toBeVisible()

  await person.finish()
}

test('from an older invoice to what each of its parts is, and Volver leads back to it', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await person.openInvoices()
  await person.openInvoice('DE 3943')
  await bill(page).open()
  await expect(page.getByText('Su factura DE 3943 2503, parte por parte.')).toBeVisible()
  await person.button(/^Volver/).click()
  await expect(person.heading('Factura DE 3943 2503')).toBeVisible()
})

test('a bill is explained part by part, online and offline', { tag: '@browser' }, () =>
  withUtility(async ({ page, sandbox }) => {
    await lookAround(page)
    sandbox.faults.set('down')
    await expect(counter(page).offline).toBeVisible()
    await page.setViewportSize(sizes[1]!)
    await lookAround(page)
  }),
)

test('after Terminar the figures of the account are nobody’s any more', async ({ page }) => {
  const person = counter(page)
  const { drawing, open } = bill(page)
  await person.identify(monterrey)
  await open()
  await expect(drawing).toContainText('DE 4043 2503')
  const total = page.getByText('$1,284.50')
  await expect(total.first()).toBeVisible()
  await person.finish()
  await open()
  await expect(drawing).toContainText('MUESTRA')
  await expect(total).toHaveCount(0)
})
