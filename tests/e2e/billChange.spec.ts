import type { Page } from '@playwright/test'
import { knownAccounts } from '../../electron/sandbox/sample/known.ts'
import { inventAccount } from '../../electron/sandbox/sample/records.ts'
import type { Sandbox } from '../../electron/sandbox/server.ts'
import { systemClock } from '../../electron/clock.ts'
import { sampleBranch } from '../../electron/sandbox/sampleKiosk.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import type { Invoice } from '../../shared/utility-api/generated/types.gen.ts'
import { expect, test } from './fixtures.ts'
import { inspector } from './pages/amiss.ts'
import { expectSoundAtEverySize, sizes } from './pages/checks.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { expectSums } from './pages/invoice.ts'
import { amountOf } from './pages/statement.ts'
import { withUtility } from './withUtility.ts'

/** `$1,284.50 más` or `$33.00 menos`, in cents. */
function centsOf(written: string): number {
  const [amount = ''] = written.match(/[\d.,]+(?= (?:más|menos))/) ?? []
  return Math.round(amountOf(amount) * 100) * (written.includes('menos') ? -1 : 1)
}

/** The latest invoice adds up; from it to why it changed, against the month and the year before; the reasons add up to what the heading says, to the cent. */
async function askWhy(page: Page): Promise<void> {
  const person = counter(page)
  await person.openInvoices()
  await person.openInvoice()
  await expectSums(page)
  await person.button('¿Por qué cambió?').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('article')).toHaveCount(2)
  for (const article of await dialog.getByRole('article').all()) {
    const told = centsOf(await article.getByRole('heading').innerText())
    const reasons = await article.locator('li b').allInnerTexts()
    expect(reasons.length).toBeGreaterThan(1)
    expect(reasons.map(centsOf).reduce((sum, cents) => sum + cents, 0)).toBe(told)
  }
}

/** The newest invoices of the account in Monterrey, each between two readings that somebody took: of an estimate nothing is said. */
function measuredInvoices(): Invoice[] {
  const today = businessDate(systemClock.now(), sampleBranch.timeZone)
  const { invoices } = inventAccount(knownAccounts.monterrey.index, today)
  return invoices.slice(-14).map((invoice) => {
    const read = (value: number) => ({ takenOn: invoice.periodEnd, value, kind: 'actual' as const })
    return { ...invoice, previousReading: read(1_000), currentReading: read(1_000 + invoice.consumption) }
  })
}
const measure = (sandbox: Sandbox): void => measuredInvoices().forEach((invoice) => sandbox.upsert('invoice', invoice))

test('why an invoice changed is told in parts that add up, online and offline', { tag: '@browser' }, () =>
  withUtility(async ({ page, sandbox }) => {
    const person = counter(page)
    await person.identify(monterrey)
    await askWhy(page)
    await expectSoundAtEverySize(page)
    await person.closeDialog()
    await person.finish()
    sandbox.faults.set('down')
    await expect(person.offline).toBeVisible()
    await page.setViewportSize(sizes[1]!)
    await person.identify(monterrey)
    await askWhy(page)
  }, measure),
)

/** With amounts of nine digits that still add up, on a meter that has begun again at zero. */
function enlarge(sandbox: Sandbox): void {
  const description = 'Consumo de gas natural del periodo, con su factor de corrección. '.repeat(4)
  for (const [place, invoice] of measuredInvoices().entries()) {
    const quantity = 1_000_000 + place * 333_333
    const [cents, tax] = [12_345 + place * 100, 98_765_432_100 - place * 1_111_111_111]
    const amount = quantity * cents
    const earlier = { description: 'Saldo anterior', amount: 12_345_678_900 }
    const lines: Invoice['lines'] = [{ description, quantity, unit: 'm³ corregidos a base', unitPrice: cents / 100, amount }, earlier]
    const taxes = [{ name: 'IVA', rate: 0.16, amount: tax }]
    const previousReading = { takenOn: invoice.periodStart, value: 9_999_990, kind: 'actual' as const }
    const currentReading = { takenOn: invoice.periodEnd, value: quantity - 10, kind: 'actual' as const }
    const readings = { previousReading, currentReading, consumption: quantity }
    sandbox.upsert('invoice', { ...invoice, ...readings, lines, taxes, total: amount + earlier.amount + tax })
  }
}

test('the reasons fit, in all letters and languages, also with amounts of nine digits', { tag: '@browser' }, () =>
  withUtility(async ({ page }) => {
    await counter(page).identify(monterrey)
    await askWhy(page)
    const { look, findings } = inspector(page)
    await look('¿Por qué cambió?')
    await counter(page).closeDialog()
    await look('Factura')
    expect(findings()).toEqual([])
  }, enlarge),
)
