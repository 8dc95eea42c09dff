import { expect, test } from './fixtures.ts'
import { counter, monterrey, nuevoLaredo, type Bill } from './pages/counterPage.ts'
import { checkPdf, readCodes, textOf } from '../fixtures/documents/readPaper.ts'

interface Known extends Bill {
  withCheckDigit: string
  /** As the paper writes it. */
  total: RegExp
  /** Only what is owed has a reference to pay by. */
  isOwed: boolean
}

const known: Known[] = [
  { ...monterrey, withCheckDigit: '40989917-7', total: /\$1,284\.50/, isOwed: true },
  { ...nuevoLaredo, withCheckDigit: '8295249-3', total: /\$[\d,]+\.\d{2}/, isOwed: false },
]

const spellings = (bill: Known): [string, Pick<Bill, 'account' | 'invoice'>][] => [
  ['as printed', { account: bill.account, invoice: bill.invoice }],
  ['without spaces', { account: bill.account, invoice: bill.invoice.replaceAll(' ', '') }],
  ['in lower case', { account: bill.account, invoice: bill.invoice.toLowerCase() }],
  ['with the check digit', { account: bill.withCheckDigit, invoice: bill.invoice }],
]

for (const bill of known) {
  for (const [spelling, typed] of spellings(bill)) {
    test(`${bill.invoice} ${spelling}: found, printed, and the paper can be read by machines`, { tag: '@paper' }, async ({ page, printer }) => {
      const kiosk = counter(page)
      const before = printer.jobs().length
      await kiosk.identify({ ...bill, ...typed })
      await kiosk
        .button(new RegExp(`^Imprimir duplicado.*${bill.invoice}`))
        .first()
        .click()
      await expect(page.getByText(/^Listo/)).toBeVisible()

      const [paper, ...more] = printer.jobs().slice(before)
      expect(more).toEqual([])
      expect(paper).toBeDefined()
      if (paper === undefined) return
      checkPdf(paper)
      const text = textOf(paper)
      expect(text).toContain(bill.invoice)
      expect(text).toMatch(bill.total)
      expect(text).toContain('DUPLICADO')
      const codes = readCodes(paper)
      const paymentCodes = codes.filter(({ symbology }) => symbology === 'CODE-128').map(({ text: digits }) => digits)
      expect(paymentCodes).toEqual(bill.isOwed ? [expect.stringMatching(/^\d{10,30}$/)] : [])
      expect(/Pagada el/u.test(text)).toBe(!bill.isOwed)
      expect(codes.find(({ symbology }) => symbology === 'QR-Code')?.text).toMatch(/^https:\/\/verificacfdi\.facturaelectronica\.sat\.gob\.mx\//)
    })
  }
}
