import { makeOdd } from '../fixtures/accounts/oddAccounts.ts'
import { expect, test } from './fixtures.ts'
import type { Language } from '../../renderer/i18n/languages.ts'
import { inspector, looksIn } from './pages/amiss.ts'
import { bill as explained } from './pages/bill.ts'
import { counter, monterrey, type Bill } from './pages/counterPage.ts'
import { statement } from './pages/statement.ts'
import { withUtility } from './withUtility.ts'

const montevideo: Bill = { zone: 'Montevideo', account: '318204', invoice: 'A-140.346.261' }

/** Each language is looked at with the amounts of one country at least. */
const visits: { bill: Bill; languages: Language[] }[] = [
  { bill: monterrey, languages: ['es', 'en'] },
  { bill: montevideo, languages: ['es', 'pt'] },
]

for (const { bill, languages } of visits) {
  test(`nine digits, six owed invoices and a name of a hundred letters fit on every screen of an account in ${bill.zone}`, { tag: '@browser' }, async () => {
    await withUtility(async ({ page }) => {
      const person = counter(page)
      const { look, findings } = inspector(page, looksIn(languages))
      await person.identify(bill)
      await look('Mi cuenta')
      await person.button(/^Pagar$/).click()
      await expect(page.getByRole('radio').first()).toBeVisible()
      await look('Pagar')
      await person.button(/^Volver/).click()
      await person.openInvoices()
      await expect(person.button(/^Imprimir duplicado/).first()).toBeVisible()
      await look('Mis facturas')
      await person.openInvoice()
      await expect(person.button(/^Imprimir duplicado/)).toBeVisible()
      await look('Factura')
      await explained(page).open()
      await look('Conozca su factura')
      await person.button(/^Volver/).click()
      await person.button(/^Volver/).click()
      await person.button(/^Volver/).click()
      await statement(page).open()
      await expect(page.getByRole('definition').first()).toBeVisible()
      await look('Estado de cuenta')
      expect(findings()).toEqual([])
    }, makeOdd)
  })
}
