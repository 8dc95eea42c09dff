import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { expectSound, sizes } from './pages/checks.ts'
import { contact } from './pages/contact.ts'
import { counter, monterrey, type Bill } from './pages/counterPage.ts'
import { requests } from './pages/requests.ts'
import { scan } from './pages/scanner.ts'
import { withUtility } from './withUtility.ts'
import { readCodes } from '../fixtures/documents/readPaper.ts'

const montevideo: Bill = { zone: 'Montevideo', account: '318204', invoice: 'A-140.346.261' }

interface Codes {
  bars: string
  qr: string
}

/** What a reader takes from the paper that came last. */
function codesOn(paper: string): Codes {
  const codes = readCodes(paper)
  const textOf = (symbology: string): string => codes.find((code) => code.symbology === symbology)?.text ?? ''
  return { bars: textOf('CODE-128'), qr: textOf('QR-Code') }
}

/** A duplicate from this kiosk, and the visit ends. */
async function printDuplicate(page: Page, bill: Bill): Promise<void> {
  const person = counter(page)
  await person.identify(bill)
  await person
    .button(new RegExp(`^Imprimir duplicado.*${bill.invoice}`))
    .first()
    .click()
  await expect(page.getByText(/^Listo/)).toBeVisible()
  await person.finish()
}

/** The look-up has the invoice, of its zone, and asks for the account. */
async function expectFilledIn(page: Page, bill: Bill): Promise<void> {
  const person = counter(page)
  await expect(person.invoice).toHaveValue(bill.invoice)
  await expect(person.zone).toContainText(bill.zone)
  await expect(person.account).toHaveValue('')
  await expect(person.account).toBeFocused()
  await expect(page.getByText('Leímos su')).toBeVisible()
}

test(
  'the bar and the QR of a bill are read at the scanner, under two layouts, and still ask for the account',
  { tag: '@browser' },
  async ({ page, printer }) => {
    const person = counter(page)
    const before = printer.jobs().length
    await printDuplicate(page, monterrey)
    await printDuplicate(page, montevideo)
    const [mexican = '', uruguayan = ''] = printer.jobs().slice(before)
    const [bill, cfe] = [codesOn(mexican), codesOn(uruguayan)]
    expect(bill.bars).toMatch(/^\d{20}$/)
    await expect(page.getByText(/Acerque la barra/)).toBeVisible()

    await scan(page, bill.bars)
    await expectFilledIn(page, monterrey)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await expectSound(page)
    }
    // Another code takes the place of the first; nothing of it is typed into the field that has the focus.
    await scan(page, cfe.qr, { system: 'spanish' })
    await expectFilledIn(page, montevideo)
    await scan(page, bill.qr, { system: 'latinAmerican', end: 'Tab' })
    await expectFilledIn(page, monterrey)
    await page.keyboard.type(monterrey.account, { delay: 80 })
    await page.keyboard.press('Enter')
    await expect(person.heading('Mi cuenta')).toBeVisible()
    await person.finish()

    // Where the utility's own code tells both numbers, they open what they would open when they are typed.
    await scan(page, 'ACR85831366AG40350406')
    await expect(person.heading('Mi cuenta')).toBeVisible()
    await person.finish()

    await scan(page, 'https://example.com/?id=1234567890', { system: 'spanish' })
    await expect(page.getByRole('dialog')).toContainText('No conocemos ese código')
    await expectSound(page)
    await person.closeDialog()
    await expect(person.heading('Bienvenido')).toBeVisible()
  },
)

test('without a network a receipt’s QR tells how its folio stands, and a code changes no form', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox, kiosk }) => {
    const person = counter(page)
    const writing = contact(page)
    // The first load is done as soon as one look-up is answered.
    await person.identify(monterrey)
    await person.finish()
    sandbox.faults.set('down')
    await expect(person.offline).toBeVisible()
    await writing.open()
    await writing.choose('Opinión')
    await writing.write({ name: 'Ana Méndez', text: 'Todo bien', email: 'ana@correo.com' })
    await writing.field(/^Descripción/).focus()
    await scan(page, '08140989917404325036')
    await expect(page.getByRole('dialog')).toContainText('Aquí no se leen códigos')
    await person.closeDialog()
    await expect(writing.field(/^Descripción/)).toHaveValue('Todo bien')
    await expect(writing.field(/^Descripción/)).toBeFocused()
    await writing.send()
    const folio = await requests(page).folio()
    await person.button('Imprimir comprobante').click()
    await expect(page.getByText(/^Listo/)).toBeVisible()
    const papers = join(kiosk.dataDir, 'impresos')
    const [paper = ''] = readdirSync(papers).filter((name) => name.endsWith('.pdf'))
    await page.evaluate(() => (location.hash = '#/'))
    await expect(person.heading('Bienvenido')).toBeVisible()

    const { qr } = codesOn(join(papers, paper))
    expect(qr).toBe(folio)
    await scan(page, qr, { system: 'spanish' })
    await expect(person.heading('Consultar folio')).toBeVisible()
    await expect(page.getByRole('textbox', { name: /^Folio/ })).toHaveValue(folio)
    await expect(page.locator('main')).toContainText('Guardada en este kiosco')
  })
})
