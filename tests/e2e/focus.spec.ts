import type { Locator, Page } from '@playwright/test'
import { contrasts } from '../../renderer/stores/aids.ts'
import { expect, test } from './fixtures.ts'
import { chooseAids } from './pages/aids.ts'
import { counter, monterrey } from './pages/counterPage.ts'

test('Volver gives the focus to the control that led away, also where its row comes later', async ({ page }) => {
  const person = counter(page)
  const lookup = page.getByRole('link', { name: /^Consultar con mi factura/ })
  await lookup.click()
  await expect(person.heading('Consultar con mi factura')).toBeVisible()
  await person.button(/^Volver/).click()
  await expect(lookup).toBeFocused()

  await person.identify(monterrey)
  const statement = page.getByRole('link', { name: /^Estado de cuenta/ })
  await statement.click()
  await expect(person.heading('Estado de cuenta')).toBeVisible()
  await person.button(/^Volver/).click()
  await expect(statement).toBeFocused()

  await person.openInvoices()
  const third = page.getByRole('link', { name: /^Detalle de la factura/ }).nth(2)
  await third.click()
  await expect(person.heading('Factura DE 3843 2503')).toBeVisible()
  await person.button(/^Volver/).click()
  await expect(third).toBeFocused()
})

test('closing a dialog gives the focus to the control that opened it', async ({ page }) => {
  const person = counter(page)
  for (const name of [/^Accesibilidad/, /^Aviso de privacidad/, /^Emergencias/]) {
    await person.button(name).click()
    await person.closeDialog()
    await expect(person.button(name)).toBeFocused()
  }
  await person.identify(monterrey)
  const view = person.button(/^Ver DE 3943/)
  await view.click()
  await person.closeDialog()
  await expect(view).toBeFocused()
})

const hasFocus = (control: Locator): Promise<boolean> => control.evaluate((element) => element === document.activeElement)

/** By the keyboard alone, from the end of the page: the way over all rows of a list would move it. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stops = 0; stops < 40 && !(await hasFocus(control)); stops += 1) await page.keyboard.press('Shift+Tab')
  await expect(control).toBeFocused()
}

/** The ring around what has the focus: how wide, and its contrast with the pale or dark lines that it lies between. Null where there is none. */
const ring = (page: Page): Promise<{ width: number; contrast: number; of: string } | null> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    // A card that is chosen shows the focus of the box within it.
    const shown = element.closest('label') ?? element
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(shown)
    const luminance = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = (colour.match(/\d+/gu) ?? []).map((value) => {
        const part = Number(value) / 255
        return part <= 0.04 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const [dark = 0, pale = 0] = [luminance(outlineColor), luminance(boxShadow.match(/rgb\([^)]*\)/u)?.[0] ?? '')].sort((one, other) => one - other)
    return { width: outlineStyle === 'solid' ? Number.parseFloat(outlineWidth) : 0, contrast: (pale + 0.05) / (dark + 0.05), of: shown.outerHTML.slice(0, 100) }
  })

test('every stop of the keyboard shows a ring that is told from what it lies on, in every choice of colours', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await expect(page.getByRole('region', { name: 'Total adeudado' })).toBeVisible()
  for (const contrast of contrasts) {
    await chooseAids(page, { contrast })
    await page.keyboard.press('Tab')
    for (let stops = 0; stops < 25; stops += 1) {
      const found = await ring(page)
      if (found) expect(found, found.of).toMatchObject({ width: 4 })
      if (found) expect(found.contrast, `${contrast}: ${found.of}`).toBeGreaterThanOrEqual(3)
      await page.keyboard.press('Tab')
    }
  }
})

test('when the control that has the focus goes, the heading of what is there has it and shows it', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await page.setViewportSize({ width: 1366, height: 768 })
  await person.openInvoices()
  // The list ends: there is no further page, and its control takes no more.
  const older = page.locator('.pager').getByRole('button').last()
  await tabTo(page, older)
  await expect
    .poll(async () => {
      await page.keyboard.press('Enter')
      return older.isDisabled()
    })
    .toBe(true)
  await expect(person.heading('Mis facturas')).toBeFocused()
  expect(await ring(page)).toMatchObject({ width: 4 })
  // What opened a dialog is there no longer when the dialog closes, as a row that has gone.
  await tabTo(page, person.button(/^Accesibilidad/))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toBeFocused()
  await person.button(/^Accesibilidad/).evaluate((button) => button.remove())
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(person.heading('Mis facturas')).toBeFocused()
})
