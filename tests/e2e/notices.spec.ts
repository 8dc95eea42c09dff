import type { Page } from '@playwright/test'
import { knownAccounts } from '../../electron/sandbox/sample/known.ts'
import { accountId } from '../../electron/sandbox/sample/account.ts'
import { expect, test } from './fixtures.ts'
import { expectSound, sizes, toStandStill } from './pages/checks.ts'
import { counter, monterrey, nuevoLaredo, type Bill } from './pages/counterPage.ts'
import { withUtility } from './withUtility.ts'

const montevideo: Bill = { zone: 'Montevideo', account: '318204', invoice: 'A-140.346.261' }
const bajioSur: Bill = { zone: 'Bajío Sur', account: '51670238', invoice: 'BS 4030 3140' }

const open = (page: Page, count: number) => counter(page).button(`Avisos (${count})`)
const titles = (page: Page) => page.getByRole('dialog').getByRole('heading', { level: 3 })

/** The notices of the account in Monterrey from *Mi cuenta* and back to it. */
async function readNotices(page: Page): Promise<void> {
  await open(page, 2).click()
  await expect(page.getByRole('dialog')).toContainText('Avisos de su cuenta')
  await expect(titles(page)).toHaveText(['Puede aportar su lectura', 'Revisión quinquenal de su instalación'])
  await expect(page.getByRole('dialog').getByText(/^Aviso vigente hasta el /)).toHaveCount(1)
  await expectSound(page)
  await counter(page).closeDialog()
  await expect(open(page, 2)).toBeFocused()
}

test("an account's own notices are counted and read, online and offline", { tag: '@browser' }, () =>
  withUtility(async ({ page, sandbox }) => {
    const person = counter(page)
    await person.identify(monterrey)
    await readNotices(page)
    sandbox.faults.set('down')
    await expect(person.offline).toBeVisible()
    await page.setViewportSize(sizes[1]!)
    await person.finish()
    await person.identify(monterrey)
    await readNotices(page)
    await expectSound(page)
    await person.finish()
    await person.identify(nuevoLaredo)
    await expect(person.button(/^Imprimir duplicado/)).toBeVisible()
    await expect(person.button(/^Avisos/)).toHaveCount(0)
  }),
)

test('a new notice is there for the next who opens the account, and one that was withdrawn is not', { tag: '@browser' }, () =>
  withUtility(async ({ page, sandbox }) => {
    const person = counter(page)
    await person.identify(monterrey)
    await expect(open(page, 2)).toBeVisible()
    await person.finish()
    sandbox.remove('notice', 'aviso-lectura')
    sandbox.upsert('notice', {
      id: 'n-9',
      accountId: accountId(knownAccounts.nuevoLaredo.index),
      title: 'Para usted',
      body: 'Gracias.',
      validFrom: '2020-01-01',
    })
    await expect(async () => {
      await person.identify(monterrey)
      const withdrawn = await open(page, 1).isVisible()
      await person.finish()
      expect(withdrawn).toBe(true)
    }).toPass()
    await person.identify(nuevoLaredo)
    await open(page, 1).click()
    await expect(titles(page)).toHaveText(['Para usted'])
  }),
)

test('many notices and a very long one are read to their end, and Mi cuenta does not scroll for them', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expect(open(page, 2)).toBeInViewport({ ratio: 1 })
    await toStandStill(page)
    const more = await page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight)
    expect(more, `at ${size.width}`).toBe(0)
  }
  await person.finish()
  await person.identify(montevideo)
  await open(page, 12).click()
  await expect(titles(page)).toHaveCount(12)
  await titles(page).last().scrollIntoViewIfNeeded()
  await expectSound(page)
  await person.closeDialog()
  await person.finish()
  await person.identify(bajioSur)
  await open(page, 1).click()
  const end = page.getByRole('dialog').getByText(/^Aviso vigente hasta el /)
  await end.scrollIntoViewIfNeeded()
  await expect(end).toBeInViewport()
  await expectSound(page)
})
