import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../electron/clock.ts'
import { knownAccounts } from '../../electron/sandbox/sample/known.ts'
import { inventAccount } from '../../electron/sandbox/sample/records.ts'
import { sampleBranch } from '../../electron/sandbox/sampleKiosk.ts'
import type { Sandbox } from '../../electron/sandbox/server.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { checkPdf, textOf } from '../fixtures/documents/readPaper.ts'
import { expect, test } from './fixtures.ts'
import { expectSound, sizes } from './pages/checks.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { payments } from './pages/payments.ts'
import { withUtility } from './withUtility.ts'

const [portrait, , low] = sizes

test('what was paid, how and for which invoice, and a proof that says what the screen says', { tag: '@paper' }, async ({ page, printer }) => {
  const person = counter(page)
  const { open, rows, row, view, print } = payments(page)
  const before = printer.jobs().length
  await person.identify(monterrey)
  await open()
  await expect(rows).toHaveCount(37)

  // Paid at a store or bank by name, and at a place that no list has.
  await expect(row(/^.*En banco: /s)).toBeVisible()
  await expect(rows.filter({ hasText: 'Por medio de: Farmacias Azul' })).toHaveCount(1)
  const together = rows.filter({ has: page.getByRole('link', { name: /^Factura/ }).nth(1) })
  await expect(together).toHaveCount(1)

  const first = rows.first()
  const amount = (await first.getByText(/^\$[\d,.]+$/).innerText()).trim()
  const reference = (await first.getByText(/^Referencia/).innerText()).replace('Referencia ', '')
  const invoice = await first.getByRole('link', { name: /^Factura/ }).innerText()
  await view(first)
  await expect(page.getByRole('dialog')).toContainText(amount)
  await person.closeDialog()
  await print(first)
  await expect(page.getByText(/^Listo/)).toBeVisible()
  await expect(page.getByText(/^Comprobante de pago .*, \$/).first()).toBeVisible()
  const [paper = '', ...more] = printer.jobs().slice(before)
  expect(more).toEqual([])
  checkPdf(paper)
  for (const said of ['Comprobante de pago', amount, reference, invoice.replace(/^Factura |, .*$/gu, '')]) expect(textOf(paper)).toContain(said)

  await person.button(/^Volver/).click()
  await expect(person.heading('Mis pagos')).toBeVisible()
  await rows
    .first()
    .getByRole('link', { name: /^Factura/ })
    .click()
  await expect(person.heading(invoice.replace(/,.*$/u, ''))).toBeVisible()
  await person.button(/^Volver/).click()
  await expect(person.heading('Mis pagos')).toBeVisible()
})

test('a payment that bounced is told as such, on the screen and on its proof', async ({ page }) => {
  const person = counter(page)
  const { open, row, view } = payments(page)
  await person.identify(monterrey)
  await open()
  await expect(row('Pago revertido')).toContainText('No es un pago')
  await view(row('Devuelto'))
  await expect(page.getByRole('dialog')).toContainText('ya no cuenta como pago')
})

test('without a network the payments are there, and their proof is printed with the day of the data', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox, kiosk }) => {
    const person = counter(page)
    const { open, rows, row, print } = payments(page)
    await person.identify(monterrey)
    sandbox.faults.set('down')
    await expect(person.offline).toBeVisible()
    for (const size of [portrait, low]) {
      if (size) await page.setViewportSize(size)
      await open()
      await expect(rows.first()).toBeVisible()
      await expect(page.getByText(/^Datos al /)).toBeVisible()
      await expectSound(page)
      await person.button(/^Volver/).click()
    }
    await open()
    await print(row('En ventanilla'))
    await expect(page.getByText(/^Listo/)).toBeVisible()
    const folder = join(kiosk.dataDir, 'impresos')
    const [paper = ''] = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
    expect(textOf(join(folder, paper))).toMatch(/Dice lo que la empresa tenía registrado el \d+ de/)
  })
})

/** Monterrey's has none. */
function withoutPayments(sandbox: Sandbox): void {
  const today = businessDate(systemClock.now(), sampleBranch.timeZone)
  const { others } = inventAccount(knownAccounts.monterrey.index, today)
  for (const { entity, id } of others) if (entity === 'payment') sandbox.remove(entity, id)
}

test('an account without payments says so', { tag: '@browser' }, async () => {
  await withUtility(async ({ page }) => {
    await counter(page).identify(monterrey)
    await payments(page).open()
    await expect(page.getByText('No existen pagos emitidos para el punto de suministro.')).toBeVisible()
    await expectSound(page)
  }, withoutPayments)
})
