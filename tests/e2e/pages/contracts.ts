import { expect, type Locator, type Page } from '@playwright/test'
import { systemClock } from '../../../electron/clock.ts'
import { inventAccount } from '../../../electron/sandbox/sample/records.ts'
import { zoneProfiles } from '../../../electron/sandbox/sample/zones.ts'
import { sampleBranch } from '../../../electron/sandbox/sampleKiosk.ts'
import { businessDate } from '../../../shared/domain/dates.ts'
import { counter, type Bill } from './counterPage.ts'

/** The latest bill of an account of the sample, and the account's id, by its place there. */
export function sampleBill(index: number): Bill & { accountId: string } {
  const { account, invoices } = inventAccount(index, businessDate(systemClock.now(), sampleBranch.timeZone))
  const zone = zoneProfiles.find(({ zone: { id } }) => id === account.zoneId)?.zone.name ?? ''
  return { zone, account: account.number, invoice: invoices.at(-1)?.number ?? '', accountId: account.id }
}

/** *Mis contratos* as the person sees it, and the way to one more. */
export function contracts(page: Page) {
  const { heading, button, ...person } = counter(page)
  const rows = page.getByRole('listitem').filter({ has: button(/^Abrir contrato/) })
  const another = button('Consultar otra factura')

  return {
    rows,
    another,
    row: (account: string): Locator => button(new RegExp(`^Abrir contrato.*${account}`, 's')),

    /** From *Mi cuenta*, where there are several. */
    async open(): Promise<void> {
      await button(/^Mis contratos/).click()
      await expect(heading('Mis contratos')).toBeVisible()
      await expect(rows.first()).toBeVisible()
    },

    /** From *Mi cuenta* to that of the account. */
    async show(account: string): Promise<void> {
      await this.open()
      await this.row(account).click()
      await expect(heading('Mi cuenta')).toBeVisible()
      await expect(page.locator('main')).toContainText(account)
    },

    /** From *Mi cuenta* to the look-up of one more. */
    async openLookup(): Promise<void> {
      await expect(another.or(button(/^Mis contratos/))).toBeVisible()
      if (!(await another.isVisible())) await this.open()
      await another.click()
      await expect(heading('Consultar otra factura')).toBeVisible()
    },

    /** From *Mi cuenta* to that of one more account. */
    async add(bill: Bill): Promise<void> {
      await this.openLookup()
      await person.chooseZone(bill.zone)
      await person.type(bill)
      await page.getByRole('button', { name: 'Consultar', exact: true }).click()
      await expect(heading('Mi cuenta')).toBeVisible()
      await expect(page.locator('main')).toContainText(bill.account)
    },
  }
}
