import { expect, test } from './fixtures.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { withUtility } from './withUtility.ts'

test('the application is renewed at the utility’s word behind the same page, which serves on without a load', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox, kiosk }) => {
    const person = counter(page)
    await expect(person.online).toBeVisible()
    await page.evaluate(() => document.body.setAttribute('data-loaded-once', ''))
    // Coming online again is what makes a kiosk report at once, and hear what it is to do.
    sandbox.faults.set('down')
    await expect(person.offline).toBeVisible()
    sandbox.direct('restart')
    sandbox.faults.set(null)
    await expect.poll(() => kiosk.log()).toContain('composed anew')
    await expect(person.heading('Bienvenido')).toBeVisible()
    await person.identify(monterrey)
    await expect(person.online).toBeVisible()
    await expect(page.locator('body[data-loaded-once]')).toBeVisible()
  })
})
