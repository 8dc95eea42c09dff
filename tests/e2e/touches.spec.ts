import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { toStandStill } from './pages/checks.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { requests } from './pages/requests.ts'

/** What is typed faster and ends with Enter is a scanner's. */
const asHandsDo = { delay: 80 }

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
  await page.keyboard.type(monterrey.account, asHandsDo)
  await page.keyboard.press('Enter')
  await page.keyboard.type(monterrey.invoice, asHandsDo)
  await person.button(/^Consultar/).click()
  await person
    .button(new RegExp(`^Imprimir duplicado.*${monterrey.invoice}`))
    .first()
    .click()
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
  await person
    .button(new RegExp(`^Imprimir duplicado.*${monterrey.invoice}`))
    .first()
    .dblclick()
  await expect(page.getByText(/^Listo/)).toBeVisible()
  expect(printer.jobs().length).toBe(before + 1)
})

/** Stands while a screen is too new to be touched; an open dialog has its own. */
const shield = (page: Page): Locator => page.locator('.shield').last()

/** Two touches in one place, as quick fingers make them: the second comes when the first one has been answered. */
async function touchTwice(page: Page, control: Locator, answered: () => Promise<unknown>): Promise<void> {
  await expect(shield(page)).toHaveCount(0)
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

/** Where a control stands, in the middle of it. */
async function middleOf(control: Locator): Promise<{ x: number; y: number }> {
  const { x = 0, y = 0, width = 0, height = 0 } = (await control.boundingBox()) ?? {}
  return { x: x + width / 2, y: y + height / 2 }
}

/** A finger that comes down and goes up again, whatever is under it. */
async function tapAt(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x, y)
  await page.mouse.down({ clickCount: 1 })
  await page.mouse.up({ clickCount: 1 })
}

/** Lets the half second that a new screen must stand pass only when the answered function is called: a busy machine is slower than a finger. */
async function holdTheHalfSecond(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const held = new Map<number, TimerHandler>()
    const { setTimeout: start, clearTimeout: stop } = window
    let last = -1
    const hold = (what: TimerHandler, delay?: number, ...more: unknown[]): number => {
      if (delay !== 500) return start(what, delay, ...more)
      held.set(last, what)
      return last--
    }
    const letGo = (id?: number): void => void (id !== undefined && held.delete(id) ? undefined : stop(id))
    const letStand = (): void => held.forEach((what) => start(what))
    Object.assign(window, { setTimeout: hold, clearTimeout: letGo, letStand })
  })
  return () => page.evaluate(() => (window as unknown as { letStand: () => void }).letStand())
}

test('the second tap of a double tap reaches nothing of the screen that the first one opened', async ({ page }) => {
  const person = counter(page)
  await expect(person.heading('Bienvenido')).toBeVisible()
  await expect(shield(page)).toHaveCount(0)
  const letStand = await holdTheHalfSecond(page)
  const opens = await middleOf(page.getByRole('link', { name: /^Consultar con mi factura/ }))
  await tapAt(page, opens)
  await expect(person.account).toBeFocused()
  await tapAt(page, opens)
  // Neither a field beneath nor a key takes it, and the focus stays where the screen has put it.
  for (const place of [person.invoice, page.getByRole('button', { name: '5', exact: true })]) await tapAt(page, await middleOf(place))
  await expect(person.account).toBeFocused()
  await expect(person.account).toHaveValue('')

  // A keyboard or a scanner does not wait.
  await page.keyboard.type(monterrey.account)
  await expect(person.account).toHaveValue(monterrey.account)
  await letStand()
  await expect(shield(page)).toHaveCount(0)
  await tapAt(page, await middleOf(page.getByRole('button', { name: '5', exact: true })))
  await expect(person.account).toHaveValue(`${monterrey.account}5`)
})

test('the second tap reaches nothing when a dialog opens or closes, and a screen reader’s click at once', async ({ page }) => {
  const person = counter(page)
  await person.openLookup()
  await expect(shield(page)).toHaveCount(0)
  const help = page.getByRole('button', { name: /^¿Dónde encuentro estos datos\?/ })
  const dialog = page.getByRole('dialog')
  const letStand = await holdTheHalfSecond(page)
  await help.click()
  await expect(dialog).toBeVisible()
  await expect(shield(page)).toHaveCount(1)
  await tapAt(page, { x: 20, y: 20 })
  await tapAt(page, await middleOf(dialog.getByRole('button', { name: /^Cerrar/ })))
  await letStand()
  await expect(shield(page)).toHaveCount(0)
  await expect(dialog).toBeVisible()
  const closes = dialog.getByRole('button', { name: /^Cerrar/ })
  await toStandStill(page)
  await tapAt(page, await middleOf(closes))
  await expect(dialog).toBeHidden()
  await expect(shield(page)).toHaveCount(1)

  await page.evaluate(() => {
    for (const name of ['7', '8']) document.querySelector<HTMLElement>(`[data-skbtn="${name}"]`)?.click()
  })
  await expect(person.account).toHaveValue('78')
})

test('of two Enters at once the second presses nothing of the dialog that the first one opened', async ({ page, printer }) => {
  const person = counter(page)
  await person.identify(monterrey)
  const before = printer.jobs().length
  const look = page.getByRole('button', { name: `Ver ${monterrey.invoice}` }).first()
  await look.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('heading', { name: /^Vista previa/ })).toBeFocused()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Imprimir' })).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(look).toBeFocused()
  expect(printer.jobs().length).toBe(before)
})
