import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { toStandStill } from './pages/checks.ts'
import { counter, monterrey } from './pages/counter.ts'
import { requests } from './pages/requests.ts'

/** Counts the touches that reach the page, those on the on-screen keyboard aside. */
async function countTouches(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = { touches: 0 }
    Object.assign(window, { counted })
    addEventListener('pointerdown', () => (counted.touches += 1), { capture: true })
  })
  return () => page.evaluate(() => (window as unknown as { counted: { touches: number } }).counted.touches)
}

test('from welcome to paper in at most four touches beside typing', async ({ page, printer }) => {
  const touches = await countTouches(page)
  const before = printer.jobs().length
  const person = counter(page)
  await person.openLookup()
  await page.keyboard.type(monterrey.account)
  await page.keyboard.press('Enter')
  await page.keyboard.type(monterrey.invoice)
  await person.button(/^Consultar/).click()
  await person.button(new RegExp(`^Imprimir duplicado.*${monterrey.invoice}`)).first().click()
  await expect(page.getByText(/^Listo/)).toBeVisible()
  expect(printer.jobs().length).toBe(before + 1)
  expect(await touches()).toBeLessThanOrEqual(4)
})

test('the on-screen keyboard alone finds the account, with the keys that each field needs', async ({ page }) => {
  const person = counter(page)
  const key = (name: string) => page.getByRole('button', { name, exact: true })
  await person.openLookup()
  await expect(person.account).toBeFocused()
  await expect(key('Q')).toHaveCount(0)
  for (const digit of '4098991777') await key(digit).click()
  await page.getByRole('button', { name: /^Borrar/ }).click()
  await page.getByRole('button', { name: /^Borrar/ }).click()
  await expect(person.account).toHaveValue('40989917')
  await person.invoice.click()
  for (const name of ['D', 'E', 'espacio', '4', '0', '4', '3', 'guion', '2', '5', 'punto', '0', '3']) await key(name).click()
  await expect(person.invoice).toHaveValue('DE 4043-25.03')
  await person.button(/^Consultar/).click()
  await expect(person.heading('Mi cuenta')).toBeVisible()
})

test('two touches print once', async ({ page, printer }) => {
  const before = printer.jobs().length
  const person = counter(page)
  await person.identify(monterrey)
  await person.button(new RegExp(`^Imprimir duplicado.*${monterrey.invoice}`)).first().dblclick()
  await expect(page.getByText(/^Listo/)).toBeVisible()
  expect(printer.jobs().length).toBe(before + 1)
})

/** Two touches in one place, as quick fingers make them: the second comes when the first one has been answered. */
async function touchTwice(page: Page, control: Locator, answered: () => Promise<unknown>): Promise<void> {
  const { x = 0, y = 0, width = 0, height = 0 } = (await control.boundingBox()) ?? {}
  await page.mouse.click(x + width / 2, y + height / 2)
  await answered()
  await page.mouse.down({ clickCount: 2 })
  await page.mouse.up({ clickCount: 2 })
}

test('of two touches at once the second does not count for what the first one led to', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  const person = counter(page)
  const dialog = page.getByRole('dialog')
  await expect(person.heading('Bienvenido')).toBeVisible()
  await touchTwice(page, person.button(/^Emergencias/), () => expect(dialog).toBeVisible())
  await toStandStill(page)
  await expect(dialog).toBeVisible()
  await person.closeDialog()

  await person.identify(monterrey)
  await requests(page).open()
  await requests(page).fillIn('Nueva pregunta', { topic: 'Mi medidor', text: '¿Dónde está?' })
  // Where *Enviar* was, *Volver a mi cuenta* is then.
  await touchTwice(page, person.button('Enviar'), () => requests(page).folio())
  await person.button('Imprimir comprobante').click()
  await expect(page.getByText(/^Listo/)).toBeVisible()
})
