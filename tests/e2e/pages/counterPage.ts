import type { Locator, Page } from '@playwright/test'
import { toStandStill } from './checks.ts'
import { expect } from './patience.ts'

export interface Bill {
  zone: string
  account: string
  invoice: string
}

/** The kiosk as a person sees it: headings read, controls touched by the names that they bear. */
export function counter(page: Page) {
  // Its beginning: *Factura* is also a part of *Mis facturas*, and would be found on the screen that is being left.
  const heading = (name: string): Locator => page.getByRole('heading', { level: 1, name: new RegExp(`^${RegExp.escape(name)}`, 'u') })
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name })

  return {
    heading,
    button,
    account: page.getByRole('textbox', { name: /^Número de cuenta/ }),
    invoice: page.getByRole('textbox', { name: /^Número de factura/ }),
    zone: page.getByRole('combobox', { name: /^Zona geográfica/ }),
    /** What the header says of the connection. */
    online: page.getByRole('banner').getByText('En línea', { exact: true }),
    offline: page.getByRole('banner').getByText('Sin conexión', { exact: true }),

    async openLookup(): Promise<void> {
      // Notices come a moment later and move what is below them: what is pressed here would be let go there.
      await toStandStill(page)
      await page
        .getByRole('link', { name: /^Consultar con mi factura/ })
        .or(button(/^Consultar con mi factura/))
        .click()
      await expect(heading('Consultar con mi factura')).toBeVisible()
    },

    async chooseZone(name: string): Promise<void> {
      const zone = this.zone
      if ((await zone.textContent())?.includes(name) || (await zone.inputValue().catch(() => '')) === name) return
      await zone.click()
      await page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
    },

    async type({ account, invoice }: Omit<Bill, 'zone'>): Promise<void> {
      await this.account.fill(account)
      await this.invoice.fill(invoice)
    },

    /** Leaves the person on *Mi cuenta*. The first load may still run: the screen says so and tries by itself. */
    async identify(bill: Bill): Promise<void> {
      await this.openLookup()
      await this.chooseZone(bill.zone)
      await this.type(bill)
      await button(/^Consultar/).click()
      await expect(heading('Mi cuenta')).toBeVisible()
    },

    /** From *Mi cuenta* to the list. */
    async openInvoices(): Promise<void> {
      await page
        .getByRole('link', { name: /^Mis facturas/ })
        .or(button(/^Mis facturas/))
        .click()
      await expect(heading('Mis facturas')).toBeVisible()
    },

    /** From a list of invoices to the first one whose row says `which`. Waits for its screen: the list has the same controls. */
    async openInvoice(which = ''): Promise<void> {
      await page
        .getByRole('link', { name: new RegExp(`^Detalle de la factura.*${which}`) })
        .first()
        .click()
      await expect(heading('Factura ')).toBeVisible()
    },

    async enlargeLetters(size: 'Letra grande' | 'Letra más grande' = 'Letra más grande'): Promise<void> {
      await button(/^Accesibilidad/).click()
      await page.getByRole('radio', { name: size }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Cerrar/ })
        .click()
      await expect(page.getByRole('dialog')).toBeHidden()
    },

    /** Whoever has printed is asked whether the paper has been taken. */
    async finish(): Promise<void> {
      const taken = button(/^Sí, terminar/)
      await button(/^Terminar/).click()
      await expect(heading('Bienvenido').or(taken)).toBeVisible()
      if (await taken.isVisible()) await taken.click()
      await expect(heading('Bienvenido')).toBeVisible()
    },

    /** Closes the dialog that is open, of several the one on top. */
    async closeDialog(): Promise<void> {
      const dialogs = page.getByRole('dialog')
      await expect(dialogs.last()).toBeVisible()
      const open = await dialogs.count()
      await dialogs
        .last()
        .getByRole('button', { name: /^Cerrar/ })
        .click()
      await expect(dialogs).toHaveCount(open - 1)
    },

    /** After a visit: back as far as the browser goes, and into the kiosk again where that led out of it. */
    async goBackAndForth(): Promise<void> {
      for (let step = 0; step < 8; step += 1) await page.goBack()
      if (page.url() === 'about:blank') await page.goForward()
      await expect(heading('Bienvenido')).toBeVisible()
    },
  }
}

export const monterrey: Bill = { zone: 'Monterrey', account: '40989917', invoice: 'DE 4043 2503' }
export const nuevoLaredo: Bill = { zone: 'Nuevo Laredo', account: '8295249', invoice: 'ZE40389382' }
