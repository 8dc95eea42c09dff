import type { Page } from '@playwright/test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { toStandStill } from './pages/checks.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { withUtility } from './withUtility.ts'

/** `Datos al 21 nov 2026, 10:42` */
const age = /^Datos al \d{1,2} [a-z]{3,4} \d{4}, \d{2}:\d{2}$/

const online = (page: Page) => expect(counter(page).online).toBeVisible()
const offline = (page: Page) => expect(counter(page).offline).toBeVisible()

/** Where everything stands, but for the words that change. */
const places = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('header *, main *, footer *')]
      .filter((part) => part.checkVisibility() && !part.closest('.pill, .clock'))
      .map((part) => [part, part.getBoundingClientRect()] as const)
      .map(([part, { x, y, width, height }]) => `${part.tagName} ${[x, y, width, height].map(Math.round).join(' ')}`),
  )

test.describe('while the utility is away', { tag: '@browser' }, () => {
  test('an account is looked up, its invoices are read and a duplicate is printed, and each screen says how old the data are', async () => {
    await withUtility(async ({ page, sandbox, kiosk }) => {
      const person = counter(page)
      await online(page)
      // The first load is done as soon as one look-up is answered.
      await person.identify(monterrey)
      await person.finish()
      sandbox.faults.set('down')
      await offline(page)

      await person.openLookup()
      await expect(page.getByText(age)).toBeVisible()
      await person.type(monterrey)
      await person.button(/^Consultar/).click()
      await expect(person.heading('Mi cuenta')).toBeVisible()
      await expect(page.getByText(age)).toBeVisible()
      await expect(page.getByText('$1,284.50').first()).toBeVisible()

      await person.openInvoices()
      await expect(page.getByText(age)).toBeVisible()
      await person.openInvoice()
      await expect(page.getByText(age)).toBeVisible()

      await person
        .button(/^Imprimir duplicado/)
        .first()
        .click()
      await expect(page.getByText(/^Listo/)).toBeVisible()
      expect(readdirSync(join(kiosk.dataDir, 'impresos')).filter((name) => name.endsWith('.pdf'))).toHaveLength(1)

      sandbox.faults.set(null)
      await online(page)
      await person.finish()
    })
  })

  test('nothing on the screen moves when the connection goes and comes back', async () => {
    await withUtility(async ({ page, sandbox }) => {
      const person = counter(page)
      await online(page)
      await person.identify(monterrey)
      await expect(page.getByText(age)).toBeVisible()
      await toStandStill(page)
      const before = await places(page)
      expect(before.length).toBeGreaterThan(40)
      sandbox.faults.set('down')
      await offline(page)
      expect(await places(page)).toEqual(before)
      sandbox.faults.set(null)
      await online(page)
      expect(await places(page)).toEqual(before)
    })
  })
})
