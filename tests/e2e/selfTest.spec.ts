import { startPrinter } from '../fixtures/printing/ippeveprinter.ts'
import { expect, test } from './fixtures.ts'
import { counter } from './pages/counterPage.ts'
import { sampleStaff, staff } from './pages/staff.ts'
import { withUtility } from './withUtility.ts'

test('the self-test says what is not well and what to do, tells the utility, and finds it mended', async () => {
  const printer = await startPrinter()
  await withUtility(
    async ({ page, sandbox }) => {
      const { button, heading } = counter(page)
      const { open, enter } = staff(page)
      const check = (name: string) => page.getByRole('listitem').filter({ hasText: new RegExp(`^${name}`, 'u') })
      await expect(counter(page).online).toBeVisible()
      await open()
      await enter(sampleStaff.lucia)
      await page.getByRole('link', { name: /^Autoprueba/ }).click()
      await expect(heading('Autoprueba')).toBeVisible()
      await printer.kill()
      sandbox.faults.set('down')
      await button('Probar ahora').click()
      await expect(check('Impresora de hojas')).toContainText('La impresora no responde')
      await expect(check('Conexión con la empresa')).toContainText('Revise el cable de red')
      await expect(check('Hora')).toContainText('No se pudo comparar')
      await expect(check('Respaldo')).toContainText('Todavía no hay uno')
      await expect(check('Disco')).toContainText('Bien')
      await expect(check('Impresora de tickets')).toContainText('No tiene')
      await button(/^Funciona: Lector/).click()
      await expect(check('Lector de códigos')).toContainText('Bien')
      await expect(page.getByRole('heading', { name: '2 cosas por arreglar' })).toBeVisible()

      await printer.restart()
      sandbox.faults.set(null)
      await button('Probar ahora').click()
      await expect(check('Impresora de hojas')).toContainText('Bien')
      await expect(check('Conexión con la empresa')).toContainText('Bien')
      await expect(check('Hora')).toContainText('Bien')
      await expect(page.getByRole('heading', { name: /^Falta probar/ })).toBeVisible()
      await expect.poll(() => sandbox.heartbeats().flatMap(({ incidents }) => incidents ?? [])).toContainEqual(expect.stringMatching(/^self-test-failed /))

      await button(/^Volver/).click()
      await page.getByRole('link', { name: /^Autoprueba/ }).click()
      await expect(page.getByRole('heading', { name: /^Falta probar/ })).toBeVisible()
    },
    undefined,
    [],
    { VENTANILLA_DOCUMENT_PRINTER: printer.uri },
  )
  await printer.stop()
})
