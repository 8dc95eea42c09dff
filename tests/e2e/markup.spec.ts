import type { Page } from '@playwright/test'
import type { Sandbox } from '../../electron/sandbox/server.ts'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { anAccount, anInvoice } from '../fixtures/accounts/branchData.ts'
import { checkPdf, textOf } from '../fixtures/documents/readPaper.ts'
import { expect, test } from './fixtures.ts'
import { counter } from './pages/counterPage.ts'
import { withUtility } from './withUtility.ts'

const attack = `<img src=x onerror="document.title='owned'"><b>negrita</b>{{77*77}}`
const bill = { zone: 'Monterrey', account: '77777777', invoice: 'XX 0000 0001' }

function plant(sandbox: Sandbox): void {
  const holder = { ...anAccount().holder, givenNames: attack }
  sandbox.upsert('notice', { id: 'n-attack', title: attack, body: attack, validFrom: '2020-01-01', accountId: null })
  sandbox.upsert('account', anAccount({ id: 'a-attack', zoneId: 'zona-monterrey', number: bill.account, checkDigit: null, holder, tariff: attack }))
  const lines = [{ description: attack, quantity: 29, unit: attack, unitPrice: 35.291, amount: 110_733 }]
  sandbox.upsert('invoice', anInvoice({ id: 'i-attack', accountId: 'a-attack', number: bill.invoice, lines }))
}

async function expectInert(page: Page): Promise<void> {
  await expect(page.getByText('<b>negrita</b>', { exact: false }).first()).toBeVisible()
  expect(await page.locator('b:text-is("negrita"), img[src="x"]').count()).toBe(0)
  expect(await page.title()).not.toContain('owned')
  expect(await page.locator('body').innerText()).not.toMatch(/\b5929\b/)
}

test('S04 markup in a synced notice, name or line is inert text on the screens and on paper', { tag: ['@browser', '@paper'] }, async () => {
  await withUtility(async ({ page, sandbox, kiosk }) => {
    const person = counter(page)
    await expect(counter(page).online).toBeVisible()
    plant(sandbox)
    // It comes by itself: the first screen stands for hours without a load.
    await person.button(/^Ver 1 aviso más/).click()
    await expectInert(page)
    await person.closeDialog()

    await person.identify(bill)
    await person.openInvoice('XX 0000 0001')
    await expectInert(page)
    await person
      .button(/^Imprimir duplicado/)
      .first()
      .click()
    await expect(page.getByText(/^Listo/)).toBeVisible()

    const folder = join(kiosk.dataDir, 'impresos')
    const [paper = ''] = readdirSync(folder).map((name) => join(folder, name))
    checkPdf(paper)
    expect(textOf(paper).replaceAll(/\s/g, '')).toContain('<b>negrita</b>{{77*77}}')
  })
})
