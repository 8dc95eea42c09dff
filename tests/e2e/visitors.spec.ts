import { expect, openKiosk, test } from './fixtures.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'

/** Everything that a page can keep. */
const kept = () => ({
  storage: [...Object.values(localStorage), ...Object.values(sessionStorage)].join(),
  cookies: document.cookie,
  page: document.documentElement.outerHTML,
  fields: [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value).join(''),
})

test('S13 the next visitor finds nothing of the one before: not on going back, not in the page, its storage or its fields', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await expect(page.getByText('40989917-7').first()).toBeVisible()
  await person.finish()

  await person.goBackAndForth()
  const left = JSON.stringify(await page.evaluate(kept))
  expect(left).not.toMatch(/40989917|DE 4043|DE4043|1,284/)

  await page.goto(`${new URL(page.url()).origin}/#/cuenta`)
  await expect(person.heading('Bienvenido')).toBeVisible()
  await person.openLookup()
  await expect(person.account).toHaveValue('')
  await expect(person.invoice).toHaveValue('')
})

test('S13 a second visitor in a row sees only their own account', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await person.finish()
  await person.identify(nuevoLaredo)
  await expect(page.getByText('8295249').first()).toBeVisible()
  expect(await page.locator('body').innerText()).not.toContain('40989917')
})

test('S13 a fresh load is a new visitor', async ({ page, kiosk }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await page.goto(kiosk.url)
  await expect(person.heading('Bienvenido')).toBeVisible()
  await page.goto(`${new URL(page.url()).origin}/#/cuenta/facturas`)
  await expect(person.heading('Bienvenido')).toBeVisible()
})

test('the language of a visitor is gone with them', async ({ page }) => {
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Welcome')
  await page
    .getByRole('button', { name: /^Check with my bill|^Look up/i })
    .or(page.getByRole('link', { name: /bill/i }))
    .first()
    .click()
  await page.getByRole('button', { name: /^(Finish|End)/ }).click()
  await expect(counter(page).heading('Bienvenido')).toBeVisible()
})

test('a second tab stays out while the first is alive', { tag: '@browser' }, async ({ page, browser1, kiosk, complaints }) => {
  const person = counter(page)
  await person.identify(monterrey)
  const second = await openKiosk(browser1, kiosk.url, complaints)
  await expect(second.getByText(/otra ventana|otra pestaña/)).toBeVisible()
  await second.close()
  await expect(person.heading('Mi cuenta')).toBeVisible()
  await person.openInvoices()
})

test('S49 what one visitor copied, typed or had in memory comes into no field of the next', { tag: '@browser' }, async ({ page, browser1 }) => {
  const person = counter(page)
  const elsewhere = await browser1.newPage()
  await elsewhere.setContent('<textarea>escrito en otra parte</textarea>')
  const pad = elsewhere.getByRole('textbox')
  const pastedElsewhere = async (): Promise<string> => {
    await elsewhere.bringToFront()
    await pad.fill('')
    await pad.press('Control+v')
    const pasted = await pad.inputValue()
    await page.bringToFront()
    return pasted
  }
  await pad.press('Control+a')
  await pad.press('Control+c')
  await page.bringToFront()

  await person.openLookup()
  await person.account.fill('40989917-7')
  await person.account.press('Control+a')
  await person.account.press('Control+c')
  expect(await pastedElsewhere()).toBe('')
  await person.account.press('Control+a')
  await person.account.press('Control+x')
  expect(await pastedElsewhere()).toBe('')
  await person.account.fill('')
  await person.account.pressSequentially('12345')
  await elsewhere.bringToFront()
  await pad.fill('de otra parte')
  await pad.press('Control+a')
  await pad.press('Control+c')
  await page.bringToFront()
  await person.account.press('Control+v')
  await expect(person.account).toHaveValue('12345')
  await person.finish()
  expect(await pastedElsewhere()).toBe('')

  await person.openLookup()
  for (const field of [person.account, person.invoice]) {
    for (const keys of ['Control+v', 'Shift+Insert', 'Control+z', 'Control+Shift+z', 'Control+y']) await field.press(keys)
    await expect(field).toHaveValue('')
  }
  await elsewhere.close()
})
