import { expect, test } from './fixtures.ts'
import { counter, monterrey } from './pages/counterPage.ts'

test('every field says what is wrong and how to mend it, and nothing typed is lost', async ({ page }) => {
  const person = counter(page)
  await person.openLookup()
  await person.button(/^Consultar/).click()
  for (const field of [person.account, person.invoice]) {
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    const said = await field.getAttribute('aria-describedby')
    const words = await page
      .locator(
        (said ?? '')
          .split(' ')
          .map((id) => `[id="${id}"]`)
          .join(', '),
      )
      .allInnerTexts()
    expect(words.join(' ').length).toBeGreaterThan(10)
  }
  await person.type({ account: '12A4', invoice: 'DE 4043' })
  await person.button(/^Consultar/).click()
  await expect(person.account).toHaveAttribute('aria-invalid', 'true')
  await expect(person.account).toHaveValue('12A4')
  await expect(person.invoice).toHaveValue('DE 4043')
})

test('no match says so without saying which datum was wrong, with the help a touch away', async ({ page }) => {
  const person = counter(page)
  await person.openLookup()
  await person.type({ account: '12345678', invoice: 'XX 0000 0000' })
  await person.button(/^Consultar/).click()
  await expect(page.getByText('No encontramos una factura con esos datos').first()).toBeVisible()
  await expect(person.account).toHaveValue('12345678')
  await expect(person.invoice).toHaveValue('XX 0000 0000')
  await page
    .getByRole('button', { name: /^¿Dónde encuentro estos datos\?/ })
    .first()
    .click()
  await expect(page.getByRole('dialog').getByText('40989917', { exact: false }).first()).toBeVisible()
  await person.closeDialog()
  await person.chooseZone(monterrey.zone)
  await person.type(monterrey)
  await page.keyboard.press('Enter')
  await expect(person.heading('Mi cuenta')).toBeVisible()
})

test('a wrong check digit is named when all the rest is right', async ({ page }) => {
  const person = counter(page)
  await person.openLookup()
  await person.type({ ...monterrey, account: '40989917-3' })
  await person.button(/^Consultar/).click()
  await expect(page.getByText('El número después del guion no corresponde al de antes.').first()).toBeVisible()
  await expect(person.account).toHaveValue('40989917-3')
})

test('the zones list their cities', async ({ page }) => {
  const person = counter(page)
  await person.openLookup()
  await person.zone.click()
  const south = page.getByRole('option', { name: /^Bajío Sur/ })
  for (const city of ['Celaya', 'Salamanca', 'Irapuato', 'León', 'Silao']) await expect(south).toContainText(city)
  const north = page.getByRole('option', { name: /^Bajío Norte/ })
  for (const city of ['San Luis Potosí', 'Aguascalientes', 'Zacatecas']) await expect(north).toContainText(city)
})

test('after five misses the wait is counted down in words, and then the right bill is let in', async ({ page }) => {
  const person = counter(page)
  const ask = person.button(/^Consultar/)
  const wait = page.getByText(/de nuevo en .*segundo/).first()
  await person.openLookup()
  await person.type({ account: '12345678', invoice: 'XX 0000 0000' })
  let misses = -1
  // Each miss beyond the fifth doubles the wait, until even a slow touch comes within it.
  do {
    await ask.click()
    misses += 1
    await expect(ask).not.toHaveAttribute('aria-busy')
  } while (!(await wait.isVisible()))
  expect(misses).toBeGreaterThanOrEqual(5)
  await person.type(monterrey)
  await ask.click()
  await expect(person.heading('Mi cuenta')).toBeVisible()
})
