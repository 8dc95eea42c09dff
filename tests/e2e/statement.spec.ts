import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'
import { amountOf, statement } from './pages/statement.ts'
import { formatDate } from '../../shared/domain/dates.ts'
import { checkPdf, textOf } from '../fixtures/documents/readPaper.ts'
import { formulasOf, sheetsOf } from '../fixtures/documents/spreadsheet.ts'

/** The folder that the fixture's kiosk offers to save in. */
const folderOf = ({ dataDir }: { dataDir: string }): string => join(dataDir, 'guardados')

/** The last day until `to` (`21/11/2026`) on which nothing was posted. */
function dayWithout(rows: readonly string[][], to: string): string {
  const [day, month, year] = to.split('/').map(Number)
  for (let back = 0; ; back++) {
    const date = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (day ?? 1) - back)).toISOString().slice(0, 10)
    if (!rows.some(([on]) => on === formatDate(date, 'es-MX', 'short'))) return date
  }
}

test('the figures on the paper are those on the screen', { tag: '@paper' }, async ({ page, printer }) => {
  const person = counter(page)
  const before = printer.jobs().length
  await person.identify(monterrey)
  await statement(page).open()
  const figures = await statement(page).figures()
  const rows = await statement(page).movements()
  expect(rows.length).toBeGreaterThan(12)
  await person.button(/^Ver/).click()
  await expect(page.getByRole('dialog')).toContainText(figures.closing)
  await person.closeDialog()
  await person.button(/^Imprimir/).click()
  await expect(page.getByText(/^Listo/)).toBeVisible()

  const [paper = '', ...more] = printer.jobs().slice(before)
  expect(more).toEqual([])
  checkPdf(paper)
  const text = textOf(paper)
  for (const amount of Object.values(figures)) expect(text).toContain(amount)
  for (const [, , amount = '', balance = ''] of rows) {
    // The paper has columns for charges and payments in place of a sign.
    expect(text).toContain(amount.replace(/^[-−]/u, ''))
    expect(text).toContain(balance)
  }
})

test("Excel and CSV in the branch's folder add up to what the screen says", async ({ page, kiosk }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await statement(page).open()
  await person.button('24 meses').click()
  await expect(person.button('24 meses')).toHaveAttribute('aria-pressed', 'true')
  const { opening, charges, payments, closing } = await statement(page).figures()
  const rows = await statement(page).movements()

  const workbook = join(folderOf(kiosk), await statement(page).save(/^Guardar Excel/))
  const cells = (sheetsOf(workbook)[0] ?? []).flat()
  const numbers = cells.filter((cell) => cell !== '').map(Number)
  for (const amount of [opening, charges, closing]) expect(numbers).toContain(amountOf(amount))
  expect(numbers.map(Math.abs)).toContain(amountOf(payments))
  for (const [, , , balance = ''] of rows) expect(numbers).toContain(amountOf(balance))

  const csv = join(folderOf(kiosk), await statement(page).save(/^Guardar CSV/))
  expect(readFileSync(csv).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect(formulasOf(csv)).toEqual([])
  const written = (sheetsOf(csv)[0] ?? []).flat().map(Number)
  for (const [, , amount = ''] of rows) expect(written.map(Math.abs)).toContain(Math.abs(amountOf(amount)))
})

test('dates that are none, or the wrong way round, are said beside the field, and the way on is open', async ({ page }) => {
  const person = counter(page)
  const { open, from, to } = statement(page)
  await person.identify(monterrey)
  await open()
  const first = await from.inputValue()

  await from.fill('31/02/2026')
  await from.press('Enter')
  await expect(from).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('Revise la fecha')).toBeVisible()
  await expect(person.button(/^Imprimir/)).toBeHidden()

  await from.fill('2999-01-01')
  await expect(from).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('Esa fecha aún no llega.')).toBeVisible()

  const last = await to.inputValue()
  await from.fill(last)
  await to.fill(first)
  await expect(to).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('Va antes que la primera fecha')).toBeVisible()

  await from.fill(first)
  await to.fill(last)
  await expect(person.button(/^Imprimir/)).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a range without movements is a statement that says so, on the screen and on paper', { tag: '@paper' }, async ({ page, kiosk }) => {
  const person = counter(page)
  const { open, from, to, figures, movements, save } = statement(page)
  await person.identify(monterrey)
  await open()
  const quiet = dayWithout(await movements(), await to.inputValue())
  await from.fill(quiet)
  await to.fill(quiet)
  const inWords = formatDate(quiet, 'es-MX', 'long')
  await expect(page.getByText(`No hubo movimientos del ${inWords} al ${inWords}.`)).toBeVisible()
  expect(await figures()).toMatchObject({ charges: '$0.00', payments: '$0.00' })
  const file = join(folderOf(kiosk), await save(/^Guardar PDF/))
  checkPdf(file)
  expect(textOf(file)).toContain('No hay movimientos en este periodo')
})

test("a finger types the dates with keys of the screen's own, with large letters and after saving too", async ({ page }) => {
  const person = counter(page)
  const { open, from, to, save } = statement(page)
  await person.identify(monterrey)
  await person.enlargeLetters()
  await open()
  await save(/^Guardar Excel/)
  await from.click()
  const keys = page.getByRole('group', { name: /^Teclado/ })
  for (const key of '01012026') await keys.getByRole('button', { name: key, exact: true }).click()
  await expect(from).toHaveValue('01/01/2026')
  await expect(to).toBeFocused()
  for (const key of '30062026') await keys.getByRole('button', { name: key, exact: true }).click()
  await expect(to).toHaveValue('30/06/2026')
  await expect(keys).toBeHidden()
  await expect(page.getByText('Saldo al 30 jun 2026')).toBeVisible()
})

test("consumption: the chart's table, and Excel, CSV and Green Button in the folder", async ({ page, kiosk }) => {
  const person = counter(page)
  const { openConsumption, readings, save } = statement(page)
  await person.identify(monterrey)
  await openConsumption()
  await expect(page.getByRole('img', { name: /^Gráfica de su consumo/ })).toBeVisible()
  const [newest] = await readings()
  expect(newest?.[2]).toMatch(/Real|Estimada/)
  expect(newest?.[3]).toMatch(/^\d+ m³$/)

  const workbook = join(folderOf(kiosk), await save(/^Guardar Excel/))
  const numbers = (sheetsOf(workbook)[0] ?? []).flat().map(Number)
  expect(numbers).toContain(amountOf(newest?.[1] ?? ''))
  const names = [await save(/^Guardar CSV/), await save(/^Guardar Green Button/)]
  expect(readdirSync(folderOf(kiosk))).toEqual(expect.arrayContaining(names))
  expect(readFileSync(join(folderOf(kiosk), names[1] ?? ''), 'utf8')).toContain('http://naesb.org/espi')
})

test('S13 the next visitor finds nothing of a statement: not its range, not its figures, not what was saved', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await statement(page).open()
  await statement(page).from.fill('01/03/2026')
  await expect(page.getByText('Saldo antes del 1 mar 2026')).toBeVisible()
  const { closing } = await statement(page).figures()
  const file = await statement(page).save(/^Guardar PDF/)
  await person.finish()
  const left = await page.evaluate(() => document.documentElement.outerHTML)
  expect(left).not.toContain(closing)
  expect(left).not.toContain(file)

  await page.goto(`${new URL(page.url()).origin}/#/cuenta/estado`)
  await expect(person.heading('Bienvenido')).toBeVisible()
  await person.identify(nuevoLaredo)
  await statement(page).open()
  await expect(person.button('12 meses')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText(/^Guardado/)).toHaveCount(0)
  expect(await page.locator('body').innerText()).not.toContain('40989917')
})
