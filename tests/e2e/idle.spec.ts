import { expect, test } from './fixtures.ts'
import { counter, monterrey } from './pages/counterPage.ts'

test.use({ newTab: true })

test('a visitor who left is warned, may go on, and is sent off when nobody answers', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  const goOn = person.button(/^Continuar/)
  await expect(goOn).toBeVisible({ timeout: 120_000 })
  await goOn.click()
  await expect(goOn).toBeHidden()
  await expect(person.heading('Mi cuenta')).toBeVisible()
  await expect(person.heading('Bienvenido')).toBeVisible({ timeout: 180_000 })
  await person.goBackAndForth()
  expect(await page.locator('body').innerText()).not.toContain('40989917')
})
