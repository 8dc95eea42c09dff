import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { expectSound, expectToFit, sizes } from './pages/checks.ts'
import { contracts, sampleBill } from './pages/contracts.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { paying } from './pages/pay.ts'
import { withUtility } from './withUtility.ts'
import { severalOwed } from '../fixtures/accounts/owing.ts'
import { checkPdf, readCodes, textOf } from '../fixtures/documents/readPaper.ts'

/** Digits in groups, as a clerk reads them out. */
const digitsOf = (text: string): string => text.replace(/\D/gu, '')

/** The code that the counter's reader takes from the sheet, which stands below it in digits too. */
function referenceOn(pdf: string, symbology: string): string {
  const code = readCodes(pdf).find((one) => one.symbology === symbology)?.text ?? ''
  expect(code).toMatch(/^\d{8,40}$/)
  expect(digitsOf(textOf(pdf))).toContain(code)
  return code
}

test('a slip: its bars and words say what the screen says', { tag: '@paper' }, async ({ page, printer }) => {
  const before = printer.jobs().length
  await counter(page).identify(monterrey)
  const owed = await paying(page).openAll()
  expect(await paying(page).total()).toBe(owed)
  await paying(page).place('Banamex').click()
  await paying(page).print()
  await expect(page.getByText(/Ficha de pago.*DE 4043 2503/)).toBeVisible()

  const [slip = '', ...more] = printer.jobs().slice(before)
  expect(more).toEqual([])
  checkPdf(slip)
  const text = textOf(slip)
  for (const said of ['Banamex', 'DE 4043 2503', owed]) expect(text).toContain(said)
  referenceOn(slip, 'CODE-128')
})

test('each bank gets its own bars', { tag: '@paper' }, async ({ page, printer }) => {
  const before = printer.jobs().length
  await counter(page).identify(monterrey)
  await paying(page).openAll()
  await paying(page).place('HSBC').click()
  await paying(page).print()
  await counter(page)
    .button(/^Volver/)
    .click()
  await expect(paying(page).place('HSBC')).toBeChecked()
  await paying(page).place('OXXO').click()
  await paying(page).print()

  const [hsbc = '', oxxo = ''] = printer.jobs().slice(before)
  expect(referenceOn(hsbc, 'I2/5')).not.toBe(referenceOn(oxxo, 'CODE-128'))
})

test('without a printer for tickets, what the cash desk scans comes on a sheet', { tag: '@paper' }, async ({ page, printer }) => {
  const before = printer.jobs().length
  await counter(page).identify(monterrey)
  const owed = await paying(page).openAll()
  await expect(page.getByText('Sale una hoja')).toBeVisible()
  await paying(page).print()
  const [sheet = ''] = printer.jobs().slice(before)
  expect(textOf(sheet)).toContain(owed)
  referenceOn(sheet, 'CODE-128')
})

test('several invoices on one slip: what is taken away is neither counted nor printed', { tag: '@paper' }, async ({ page, kiosk, printer }) => {
  const before = printer.jobs().length
  await counter(page).identify(severalOwed(kiosk.dataDir))
  const owed = await paying(page).openAll()
  expect(await paying(page).total()).toBe(owed)
  const last = page.getByRole('checkbox').last()
  const number = /^\S+(?: [\d ]+\d)?/u.exec((await last.locator('..').textContent())?.trim() ?? '')?.[0] ?? ''
  await last.click()
  await expect(last).not.toBeChecked()
  const less = await paying(page).total()
  expect(less).not.toBe(owed)
  await paying(page).place('Banamex').click()
  await paying(page).print()

  const [slip = ''] = printer.jobs().slice(before)
  const text = textOf(slip)
  expect(text).toContain(less)
  expect(text).not.toContain(number)
})

test('several contracts on one slip: each has bars of its own, and what is taken away is not on it', { tag: '@paper' }, async ({ page, printer }) => {
  const before = printer.jobs().length
  const person = counter(page)
  await person.identify(monterrey)
  for (const index of [6, 12]) await contracts(page).add(sampleBill(index))
  await paying(page).openTogether()
  const all = await paying(page).total()
  await paying(page).contract(sampleBill(12).account).click()
  const owed = await paying(page).total()
  expect(owed).not.toBe(all)
  await paying(page).place('BBVA').click()
  await person.button(/^Ver$/).click()
  await expect(page.getByRole('dialog')).toContainText(sampleBill(6).account)
  await person.closeDialog()
  await paying(page).print()

  const [slip = ''] = printer.jobs().slice(before)
  checkPdf(slip)
  const text = textOf(slip)
  for (const said of ['BBVA', owed, monterrey.account, sampleBill(6).account]) expect(text).toContain(said)
  expect(text).not.toContain(sampleBill(12).account)
  const codes = readCodes(slip).map((code) => code.text)
  expect(codes).toHaveLength(2)
  for (const code of codes) expect(digitsOf(text)).toContain(code)
})

test('a sheet can be looked at before it is printed', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await paying(page).openAll()
  await paying(page).place('Banamex').click()
  await person.button(/^Ver$/).click()
  await expect(page.getByRole('dialog')).toContainText('Banamex')
  await person.closeDialog()
})

test('only what is owed can be paid', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await person.openInvoices()
  await expect(person.button(/^Imprimir duplicado/).first()).toBeVisible()
  await expect(person.button(/^Pagar/)).toHaveCount(1)
  await person.button(`Pagar ${monterrey.invoice}`).click()
  await expect(person.heading('Pagar')).toBeVisible()
})

test('fits every size, with large letters too, and axe finds nothing wrong', async ({ page, kiosk }) => {
  await counter(page).identify(severalOwed(kiosk.dataDir))
  await paying(page).openAll()
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expectSound(page)
  }
  await counter(page).enlargeLetters()
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expectToFit(page)
    // The largest letters scroll, with words that say so: the button is whole once it is reached.
    await counter(page)
      .button(/^Imprimir$/)
      .scrollIntoViewIfNeeded()
    await expect(counter(page).button(/^Imprimir$/)).toBeInViewport({ ratio: 1 })
  }
})

test('offline the slip is printed from what was synced', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox, kiosk }) => {
    await counter(page).identify(monterrey)
    await contracts(page).add(sampleBill(6))
    await contracts(page).show(monterrey.account)
    sandbox.faults.set('down')
    await expect(counter(page).offline).toBeVisible()
    await paying(page).openAll()
    await expect(page.getByText(/^Datos al/)).toBeVisible()
    await paying(page).place('Banamex').click()
    await paying(page).print()
    expect(readdirSync(join(kiosk.dataDir, 'impresos'))).toHaveLength(1)
    await counter(page).button('Ir a mi cuenta').click()
    await paying(page).openTogether()
    await expect(page.getByText(/^Datos al/)).toBeVisible()
    await paying(page).print()
    expect(readdirSync(join(kiosk.dataDir, 'impresos'))).toHaveLength(2)
  })
})
