import type { Locator, Page } from '@playwright/test'
import { systemClock } from '../../../electron/clock.ts'
import { inventAccount } from '../../../electron/sandbox/sample/records.ts'
import { zoneProfiles } from '../../../electron/sandbox/sample/zones.ts'
import { sampleBranch } from '../../../electron/sandbox/sampleKiosk.ts'
import { businessDate } from '../../../shared/domain/dates.ts'
import { counter, type Bill } from './counterPage.ts'
import { expect } from './patience.ts'

/** The latest bill of an account of the sample, and the account's id, by its place there. */
export function sampleBill(index: number): Bill & { accountId: string } {
  const { account, invoices } = inventAccount(index, businessDate(systemClock.now(), sampleBranch.timeZone))
  const zone = zoneProfiles.find(({ zone: { id } }) => id === account.zoneId)?.zone.name ?? ''
  return { zone, account: account.number, invoice: invoices.at(-1)?.number ?? '', accountId: account.id }
}

/** *Mis contratos* as the person sees it, and the way to one more. */
export function contracts(page: Page) {
  const person = counter(page)
  const { heading, button } = person
  const rows = page.getByRole('listitem').filter({ has: button(/^Abrir contrato/) })
  const another = button('Consultar otra factura')
  const row = (account: string): Locator => button(new RegExp(`^Abrir contrato.*${account}`, 's'))

  /** From *Mi cuenta*, where there are several. */
  async function open(): Promise<void> {
    await button(/^Mis contratos/).click()
    await expect(heading('Mis contratos')).toBeVisible()
    await expect(rows.first()).toBeVisible()
  }
  /** From *Mi cuenta* to that of the account. */
  async function show(account: string): Promise<void> {
    await open()
    await row(account).click()
    await expect(heading('Mi cuenta')).toBeVisible()
    await expect(page.locator('main')).toContainText(account)
  }
  /** From *Mi cuenta* to the look-up of one more. */
  async function openLookup(): Promise<void> {
    await expect(another.or(button(/^Mis contratos/))).toBeVisible()
    if (!(await another.isVisible())) await open()
    await another.click()
    await expect(heading('Consultar otra factura')).toBeVisible()
  }
  /** On that look-up. Each zone has names of its own for the two numbers. */
  async function lookUp({ zone, account, invoice }: Bill): Promise<void> {
    await person.chooseZone(zone)
    const fields = page.getByRole('main').getByRole('textbox')
    await fields.first().fill(account)
    await fields.last().fill(invoice)
    await page.getByRole('button', { name: 'Consultar', exact: true }).click()
  }
  /** From *Mi cuenta* to that of one more account. */
  async function add(bill: Bill): Promise<void> {
    await openLookup()
    await lookUp(bill)
    await expect(heading('Mi cuenta')).toBeVisible()
    await expect(page.locator('main')).toContainText(bill.account)
  }
  return { rows, another, row, open, show, openLookup, lookUp, add }
}
