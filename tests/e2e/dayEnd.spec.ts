import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { dayEnd } from './pages/dayEnd.ts'
import { requests } from './pages/requests.ts'
import { sampleStaff, staff } from './pages/staff.ts'
import { statement } from './pages/statement.ts'
import { withUtility } from './withUtility.ts'
import { checkPdf, textOf } from '../fixtures/documents/readPaper.ts'
import { sheetsOf } from '../fixtures/documents/spreadsheet.ts'

const claim = { topic: 'No recibí mi factura', text: 'No llegó en octubre.' }
const other = { topic: 'Cobro indebido', invoice: monterrey.invoice, text: 'Me cobran dos veces.' }

test('a clerk closes the day, takes it away, and sees what came after', { tag: '@browser' }, async () => {
  const exportDir = mkdtempSync(join(tmpdir(), 'ventanilla-cierre-'))
  await withUtility(
    async ({ page }) => {
      const person = counter(page)
      const { open, summary, figure, row, table, sign, question, signIt, signed } = dayEnd(page)
      const closeDay = async (): Promise<void> => {
        await staff(page).open()
        await staff(page).enter(sampleStaff.lucia)
        await open()
      }
      await person.identify(monterrey)
      await person
        .button(/^Imprimir duplicado/)
        .first()
        .click()
      await expect(page.getByText(/^Listo/)).toBeVisible()
      await person.button('Volver').click()
      await requests(page).fileClaim(claim)
      await person.finish()

      await closeDay()
      await expect(summary).toContainText('Sin firmar')
      await expect(summary).toContainText('Coincide con la auditoría.')
      for (const [name, count] of [
        ['Presentadas', '1'],
        ['Impresiones', '1'],
        ['Hojas', '1'],
        ['Rechazadas', '0'],
        ['Cerradas', '0'],
      ] as const) {
        expect([name, await figure(name)]).toEqual([name, count])
      }
      await expect(row('Clientes').getByRole('cell')).toHaveText(['1', '1', '1', '0', '0'])
      await table('Horas').click()
      await expect(row(':00')).toHaveCount(1)
      await sign.click()
      await expect(question).toContainText(sampleStaff.lucia.name)
      await page.keyboard.press('Escape')
      await expect(question).toHaveCount(0)
      await expect(summary).toContainText('Sin firmar')
      await signIt()
      await expect(signed).toContainText(`Firma 1: ${sampleStaff.lucia.name}`)
      // Whoever has signed just this has nothing to add.
      await expect(sign).toHaveCount(0)

      const workbook = join(exportDir, await statement(page).save(/^Guardar Excel/))
      const [people = [], , audit = []] = sheetsOf(workbook)
      expect(people).toEqual([
        ['Quién', 'Presentadas', 'Impresiones', 'Hojas', 'Rechazadas', 'Cerradas'],
        ['Clientes', '1', '1', '1', '0', '0'],
        ['Total', '1', '1', '1', '0', '0'],
      ])
      expect(audit.flat()).toContain(sampleStaff.lucia.name)
      await person
        .button('Salir')
        .or(person.button(/^Terminar/))
        .first()
        .click()

      await person.identify(monterrey)
      await requests(page).fileClaim(other)
      await person.finish()
      await closeDay()
      await expect(signed).toContainText('Firma 1')
      expect(await figure('Presentadas')).toBe('+1 después 1')
      expect(await figure('Impresiones')).toBe('1')
      await expect(row('Clientes').getByRole('cell').first()).toHaveText('1 +1')
      const paper = join(exportDir, await statement(page).save(/^Guardar PDF/))
      checkPdf(paper)
      expect(textOf(paper)).toMatch(/Clientes +1 \(\+1\) +1 +1 +0 +0\n/)
      await expect(sign).toHaveText('Firmar otra vez')
      await signIt()
      await expect(signed).toContainText('Firma 2')
      expect(await figure('Presentadas')).toBe('2')
      await table('Firmas').click()
      await expect(page.getByRole('row').filter({ hasText: sampleStaff.lucia.name })).toHaveCount(2)
    },
    undefined,
    [],
    { VENTANILLA_EXPORT_DIR: exportDir },
  )
})

test('a day is chosen by a touch or by typing, and none that has not come', { tag: '@browser' }, async () => {
  await withUtility(async ({ page }) => {
    const { button } = counter(page)
    const { open, day, sign } = dayEnd(page)
    await staff(page).open()
    await staff(page).enter(sampleStaff.ramiro)
    await open()
    const today = await day.inputValue()
    await expect(button('Siguiente')).toBeDisabled()
    await button('Anterior').click()
    await expect(page.getByText('Aquí no hay registros del')).toBeVisible()
    await expect(sign).toHaveCount(0)
    await expect(button('Siguiente')).toBeEnabled()
    await button('Siguiente').click()
    await expect(sign).toBeVisible()
    expect(await day.inputValue()).toBe(today)

    await day.click()
    await button('Borrar').click()
    for (const key of '31122199') await page.getByRole('button', { name: key, exact: true }).click()
    await expect(page.getByText('Esa fecha aún no llega.')).toBeVisible()
    await expect(sign).toHaveCount(0)
    await day.fill(today)
    await expect(sign).toBeVisible()
  })
})

test('a technician is offered no end of the day', { tag: '@browser' }, async () => {
  await withUtility(async ({ page }) => {
    await staff(page).open()
    await page.getByRole('combobox', { name: 'Nombre' }).click()
    await page.getByRole('option', { name: 'Íñigo Peña Saldívar' }).click()
    await staff(page).pin.fill('975310')
    await counter(page).button('Entrar').click()
    await expect(staff(page).home).toBeVisible()
    await expect(page.getByRole('link', { name: /^Cierre del día/ })).toHaveCount(0)
  })
})
