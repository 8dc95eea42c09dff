import { startPrinter } from '../fixtures/printing/ippeveprinter.ts'
import { textOf } from '../fixtures/documents/readPaper.ts'
import { expect, test } from './fixtures.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { desks, tellYesterdaysTopic } from './pages/desks.ts'
import { requests } from './pages/requests.ts'
import { sampleStaff, staff } from './pages/staff.ts'
import { withUtility } from './withUtility.ts'

test.describe('the desks of those who serve', { tag: '@browser' }, () => {
  test('what the utility refused is corrected by a new folio, or closed with a reason, and stays in view', async () => {
    await withUtility(async ({ page, sandbox }) => {
      const { button, heading, finish, online } = counter(page)
      const desk = desks(page)
      const { open, enter } = staff(page)
      await expect(online).toBeVisible()
      const first = await desk.fileRefused('Me cobraron <b>dos veces</b>.')
      await finish()
      const second = await desk.fileRefused('Otra vez.')
      await finish()
      expect(sandbox.commands()).toEqual([])

      await open()
      await enter(sampleStaff.lucia)
      await desk.openOutbox()
      await expect(button('No aceptadas (2)')).toBeVisible()
      await desk.open(first)
      await expect(page.getByText('El tema no existe')).toBeVisible()
      await expect(page.getByText('Me cobraron <b>dos veces</b>.')).toBeVisible()
      await button('Corregir y volver a presentar').click()
      const text = page.getByRole('textbox', { name: /^Descripción/ })
      await expect(text).toHaveValue('Me cobraron <b>dos veces</b>.')
      await desk.choose(/^Tema/, 'No recibí mi factura')
      await text.fill('No me llegó la factura de octubre.')
      await button('Volver a presentar').click()
      await expect(page.getByText(`Corrige a ${first}`)).toBeVisible()
      await expect(page.getByText('Entregada', { exact: true })).toBeVisible()
      const delivered = sandbox.commands()[0]?.command
      expect(delivered).toMatchObject({
        kind: 'claim',
        actor: { kind: 'clerk' },
        payload: { topicId: 'tema-factura-no-recibida', text: 'No me llegó la factura de octubre.' },
      })
      await button(`Abrir ${first}`).click()
      await expect(page.getByText(`Corregida por ${delivered?.localFolio}`)).toBeVisible()
      await expect(button('Corregir y volver a presentar')).toHaveCount(0)

      await button('Inicio').click()
      await desk.openOutbox()
      await expect(button('No aceptadas (1)')).toBeVisible()
      await button('Buscar un folio').click()
      await page.getByRole('textbox', { name: 'Folio' }).fill(second.replaceAll('-', ''))
      await button(/^Buscar$/).click()
      await expect(heading(`Reclamación ${second}`)).toBeVisible()
      await button('Cerrar con un motivo').click()
      await page.getByRole('textbox', { name: /^Motivo/ }).fill('El cliente desistió')
      await button(/^Cerrar$/).click()
      await expect(page.getByText('Cerrada: El cliente desistió')).toBeVisible()
      await button('Volver').click()
      await expect(button('No aceptadas (0)')).toBeVisible()
      await expect(desk.row(second)).toContainText('Cerrada: El cliente desistió')
      await expect(desk.row(first)).toContainText(`Corregida por ${delivered?.localFolio}`)
      expect(sandbox.commands()).toHaveLength(1)

      await button('Inicio').click()
      await button('Salir').click()
      await requests(page).lookUp(first)
      await expect(page.getByText(`En su lugar está el folio ${delivered?.localFolio}`)).toBeVisible()
      await page.getByRole('textbox', { name: /^Folio/ }).fill(second)
      await button(/^Consultar/).click()
      await expect(page.getByText('Cerrada La atendió el personal. Si tiene dudas, pregunte en el mostrador.')).toBeVisible()
    }, tellYesterdaysTopic)
  })

  test('a print of which nobody knows is answered, and printed again with a reason', async () => {
    const printer = await startPrinter()
    try {
      await withUtility(
        async ({ page }) => {
          const person = counter(page)
          const { button, finish, online } = person
          const desk = desks(page)
          await expect(online).toBeVisible()
          await person.identify(monterrey)
          printer.breakNextJob()
          await button(new RegExp(`^Imprimir duplicado.*${monterrey.invoice}`))
            .first()
            .click()
          await expect(page.getByText('¿Salió bien su impresión?').first()).toBeVisible()
          await finish()
          const before = printer.sheets().length

          await staff(page).open()
          await staff(page).enter(sampleStaff.ramiro)
          await desk.openJobs()
          await button(/^No salió: Duplicado/).click()
          await expect(page.getByText('Dijeron que no salió')).toBeVisible()
          await button(/^Reimprimir: Duplicado/).click()
          await desk.choose(/^Motivo/, 'No salió')
          await page.getByRole('textbox', { name: /^Qué pasó/ }).fill('Se atoró el papel')
          await button(/^Reimprimir$/).click()
          const row = page.getByRole('listitem').filter({ hasText: 'Reimpresión: No salió' })
          await expect(row).toContainText('Salió')
          await expect.poll(() => printer.sheets().length).toBe(before + 1)
          const [first, again] = printer.jobs().map(textOf)
          const copyOf = (text: string | undefined): number => Number(/Copia (\d+)/.exec(text ?? '')?.[1])
          expect(copyOf(again)).toBe(copyOf(first) + 1)
        },
        undefined,
        [],
        { VENTANILLA_DOCUMENT_PRINTER: printer.uri },
      )
    } finally {
      await printer.stop()
    }
  })

  test('a technician sees the prints and their printers, and nothing that customers wrote', async () => {
    await withUtility(async ({ page }) => {
      const { heading, online } = counter(page)
      await expect(online).toBeVisible()
      await staff(page).open()
      await staff(page).enter(sampleStaff.inigo)
      await expect(page.getByRole('link', { name: /^Impresiones/ })).toBeVisible()
      await expect(page.getByRole('link', { name: /^Buzón de salida/ })).toHaveCount(0)
      await page.goto(`${new URL(page.url()).origin}/#/personal/buzon`)
      await expect(heading('Buzón de salida')).toBeVisible()
      await expect(page.getByRole('alert')).toBeVisible()
      await expect(page.getByRole('listitem')).toHaveCount(0)
    })
  })
})
