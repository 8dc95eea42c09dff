import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkPdf, textOf } from '../fixtures/documents/readPaper.ts'
import { expect, test } from './fixtures.ts'
import { inspector } from './pages/amiss.ts'
import { sizes } from './pages/checks.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'
import { statement } from './pages/statement.ts'
import { withUtility } from './withUtility.ts'

const LENGTH = 1_000_000

test('S45 an account with texts of 1 MB is shown and printed with its amounts whole, and the customer after it is served', { tag: '@browser' }, async () => {
  await withUtility(
    async ({ page, kiosk }) => {
      const person = counter(page)
      const looks = sizes.map((size) => ({ ...size, letters: [{ size: 'normal', languages: ['es'] }] as const }))
      const { look, findings } = inspector(page, looks)
      await person.identify(monterrey)
      await expect(page.getByText('$1,284.50').first()).toBeVisible()
      await look('Mi cuenta')
      await person.openInvoices()
      await expect(page.getByText('$1,284.50').first()).toBeVisible()
      await look('Mis facturas')
      await person.openInvoice()
      await expect(page.getByText('$1,284.50').first()).toBeVisible()
      await expect(page.getByText(/…/).first()).toBeVisible()
      await look('Factura')
      await person.button(/^Volver/).click()
      await person.button(/^Volver/).click()
      await statement(page).open()
      await expect(page.getByRole('definition').last()).toHaveText(/\$1,284\.50/)
      await expect(page.getByRole('cell', { name: /…/ }).first()).toBeVisible()
      await look('Estado de cuenta')
      await person.button(/^Volver/).click()
      await person
        .button(/^Imprimir duplicado/)
        .first()
        .click()
      await expect(page.getByText(/^Listo/)).toBeVisible()
      const [paper = '', ...more] = pdfs(kiosk.dataDir)
      expect(more).toEqual([])
      checkPdf(paper)
      const text = textOf(paper)
      for (const whole of ['$1,284.50', '$1,044.83', 'DE 4043 2503', '…', 'la tiene el mostrador']) expect(text).toContain(whole)
      await person.finish()

      await person.identify(nuevoLaredo)
      await person.openInvoices()
      await expect(person.button(/^Imprimir duplicado/).first()).toBeVisible()
      expect(findings()).toEqual([])
    },
    ({ faults }) => faults.lengthenTexts(LENGTH),
  )
})

function pdfs(dataDir: string): string[] {
  const folder = join(dataDir, 'impresos')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(folder, name))
}
