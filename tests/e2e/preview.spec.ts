import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { expectSound, expectToFit, sizes } from './pages/checks.ts'
import { counter, monterrey } from './pages/counterPage.ts'

const number = monterrey.invoice

/** Opens the preview of the identified bill from the list and waits for its first page. */
async function view(page: Page) {
  const person = counter(page)
  const dialog = page.getByRole('dialog', { name: `Vista previa: ${number}` })
  const picture = dialog.getByRole('img', { name: `${number}, hoja 1 de 1` })
  await person.openInvoices()
  await person.button(`Ver ${number}`).click()
  await expect(dialog).toBeVisible()
  const dots = (): Promise<number> => picture.evaluate((image: HTMLImageElement) => (image.complete ? image.naturalWidth : 0))
  await expect.poll(dots).toBeGreaterThan(0)
  return { person, dialog, picture, dots }
}

test('looking at an invoice: enlarged, read out, closed, at every size, without leaving the list', async ({ page }) => {
  await counter(page).identify(monterrey)
  const { person, dialog, picture, dots } = await view(page)
  await expect(dialog.getByRole('group', { name: 'Lo que dice la hoja 1' })).toContainText('Total a pagar')
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expectSound(page)
    await expect(picture).toBeInViewport()
  }

  const small = await dots()
  const before = (await picture.boundingBox())?.width ?? 0
  await dialog.getByRole('button', { name: 'Ampliar' }).click()
  await dialog.getByRole('button', { name: 'Ampliar' }).click()
  await expect.poll(dots).toBeGreaterThan(small)
  expect((await picture.boundingBox())?.width).toBeCloseTo(before * 2, -1)
  await expectToFit(page)

  // Both ways by keys alone.
  const sheets = dialog.getByRole('region', { name: 'Hojas del documento' })
  const place = (): Promise<number[]> => sheets.evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop])
  await sheets.focus()
  await sheets.evaluate((element) => element.scrollTo(0, 0))
  for (const [axis, key] of ['ArrowRight', 'ArrowDown'].entries()) {
    await page.keyboard.press(key)
    await expect.poll(async () => (await place())[axis]).toBeGreaterThan(0)
  }

  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(person.heading('Mis facturas')).toBeVisible()
  await expect(person.button(`Ver ${number}`)).toBeFocused()
})

test('with larger letters the preview fits, and prints from inside', async ({ page, printer }) => {
  const before = printer.jobs().length
  const person = counter(page)
  await person.identify(monterrey)
  await person.enlargeLetters()
  await page.setViewportSize({ width: 1366, height: 768 })
  const { dialog } = await view(page)
  await expectToFit(page)
  await dialog.getByRole('button', { name: 'Imprimir' }).click()
  await expect(page.getByText(/^Listo/)).toBeVisible()
  expect(printer.jobs().length).toBe(before + 1)
})

test('S13 nothing of what was looked at is left when the visit ends', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  const { dialog } = await view(page)
  await dialog.getByRole('button', { name: 'Cerrar' }).click()
  await expect(dialog).toBeHidden()
  await person.finish()
  expect(await page.evaluate(() => document.documentElement.outerHTML.includes('data:image/png'))).toBe(false)
})
