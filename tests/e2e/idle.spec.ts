import { expect, test } from './fixtures.ts'
import { counter, monterrey } from './pages/counter.ts'

test('a visitor who left is warned, may go on, and is sent off when nobody answers', async ({ page }) => {
  test.setTimeout(200_000)
  const person = counter(page)
  await person.identify(monterrey)
  const goOn = person.button(/^Continuar/)
  await expect(goOn).toBeVisible({ timeout: 75_000 })
  await goOn.click()
  await expect(goOn).toBeHidden()
  await expect(person.heading('Mi cuenta')).toBeVisible()
  await expect(person.heading('Bienvenido')).toBeVisible({ timeout: 100_000 })
  await page.goBack({ timeout: 1000 }).catch(() => null)
  expect(await page.locator('body').innerText()).not.toContain('40989917')
})
