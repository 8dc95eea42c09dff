import { expect, test } from './fixtures.ts'
import { toStandStill } from './pages/checks.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { textOf } from '../fixtures/documents/readPaper.ts'

/** Unless configured. */
const SHEETS_PER_VISIT = 6

const printButton = new RegExp(`^Imprimir duplicado.*${monterrey.invoice}`)

test.describe('a printer that needs somebody', { tag: '@paper' }, () => {
  test('S08 out of paper: the person is told, and the duplicate comes out once when there is paper', async ({ page, printer }) => {
    const before = printer.sheets().length
    const person = counter(page)
    await person.identify(monterrey)
    printer.emptyTray()
    await person.button(printButton).first().click()
    await expect(page.getByText('La impresora no tiene papel').first()).toBeVisible()
    expect(printer.sheets().length).toBe(before)
    printer.refill()
    await expect(page.getByText(/^Listo/)).toBeVisible()
    expect(printer.sheets().length).toBe(before + 1)
  })

  test('S07 nobody knows whether the sheet came out: the person is asked, and a "no" prints another, numbered copy', async ({ page, printer }) => {
    const person = counter(page)
    await person.identify(monterrey)
    const before = printer.jobs().length
    printer.breakNextJob()
    await person.button(printButton).first().click()
    await expect(page.getByText('¿Salió bien su impresión?').first()).toBeVisible()
    await expect(person.button(/^Sí/)).toBeVisible()
    expect(printer.jobs().length).toBe(before + 1)

    await person.button(/^No/).click()
    await person.button(/^Salió incompleta/).click()
    await person.button(/^Reintentar/).click()
    await expect(page.getByText(/^Listo/)).toBeVisible()
    const [first, second, ...more] = printer.jobs().slice(before).map(textOf)
    expect(more).toEqual([])
    const copyOf = (text: string | undefined): number => Number(/Copia (\d+)/.exec(text ?? '')?.[1])
    expect(copyOf(second)).toBe(copyOf(first) + 1)
  })

  test('absent: said before printing, with a place to save instead, and printed when it is back', async ({ page, printer }) => {
    await printer.kill()
    const person = counter(page)
    await person.identify(monterrey)
    await expect(page.getByText(/Por ahora no podemos imprimir/).first()).toBeVisible()
    await person
      .button(/^Guardar/)
      .first()
      .click()
    await expect(page.getByText(/Guardado en/).first()).toBeVisible()

    await printer.restart()
    const before = printer.jobs().length
    await person
      .button(/^Reintentar/)
      .first()
      .click()
    await person.button(printButton).first().click()
    await expect(page.getByText(/^Listo/)).toBeVisible()
    expect(printer.jobs().length).toBe(before + 1)
  })
})

test('the limit of sheets is said, and the counter offered', async ({ page }) => {
  const person = counter(page)
  async function printInvoice(index: number): Promise<void> {
    const button = person.button(/^Imprimir duplicado/).nth(index)
    // A list that was scrolled goes on to the next whole row by itself.
    await button.scrollIntoViewIfNeeded()
    await toStandStill(page)
    await button.click()
  }
  await person.identify({ zone: 'Montevideo', account: '318204', invoice: 'A-140.346.261' })
  for (let sheet = 0; sheet < SHEETS_PER_VISIT; sheet += 1) {
    await person.openInvoices()
    // The same paper asked for within seconds is one touch repeated: another invoice each time.
    await printInvoice(sheet)
    await expect(page.getByText(/^Listo/)).toBeVisible()
    await person.button(/^Ir a mi cuenta/).click()
  }
  await person.openInvoices()
  await printInvoice(SHEETS_PER_VISIT)
  await expect(page.getByText('Llegó al límite de hojas por visita.').first()).toBeVisible()
  await expect(page.getByText('pídalas en el mostrador').first()).toBeVisible()
})
