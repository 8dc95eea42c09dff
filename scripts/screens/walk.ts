import type { Page } from '@playwright/test'
import { agreements } from '../../tests/e2e/pages/agreements.ts'
import { bill } from '../../tests/e2e/pages/bill.ts'
import { counter, monterrey } from '../../tests/e2e/pages/counterPage.ts'
import { payments } from '../../tests/e2e/pages/payments.ts'
import { scan } from '../../tests/e2e/pages/scanner.ts'
import { guide } from '../../tests/e2e/pages/guide.ts'
import { takeOnPhone } from '../../tests/e2e/pages/phone.ts'
import { statement } from '../../tests/e2e/pages/statement.ts'
import type { TestPrinter } from '../../tests/fixtures/printing/ippeveprinter.ts'
import { expect } from '../../tests/e2e/pages/patience.ts'

/** The first load, paper and an idle visitor take their time. */

/** Keeps a picture of the screen as it stands, at every size. */
export type Shoot = (name: string) => Promise<void>

const nobody = { account: '12345678', invoice: 'AA 0000 0000' }

/** Opens a dialog by its button, takes it, closes it. */
async function shootDialog(page: Page, shoot: Shoot, opener: RegExp, name: string): Promise<void> {
  await counter(page).button(opener).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await shoot(name)
  await counter(page)
    .button(/^Cerrar/)
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

export async function publicScreens(page: Page, shoot: Shoot): Promise<void> {
  const kiosk = counter(page)
  await expect(page.getByText('En línea')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Avisos' })).toBeVisible()
  await shoot('bienvenido')
  await shootDialog(page, shoot, /^Emergencias/, 'emergencias')
  await shootDialog(page, shoot, /^Aviso de privacidad/, 'aviso-de-privacidad')
  await shootDialog(page, shoot, /^Accesibilidad/, 'accesibilidad')
  await kiosk.openLookup()
  await expect(page.getByText('En línea')).toBeVisible()
  await kiosk.type({ account: monterrey.account, invoice: '' })
  await kiosk.invoice.pressSequentially('DE 4043 2')
  await shoot('consulta')
  await shootDialog(page, shoot, /^¿Dónde encuentro/, 'ayuda')
  await kiosk.zone.click()
  await shoot('zonas')
  await page.keyboard.press('Escape')
  await scan(page, monterrey.account)
  await expect(page.getByText('Leímos un número')).toBeVisible()
  await shoot('consulta-codigo-leido')
  await scan(page, 'https://example.com/')
  await expect(page.getByRole('dialog')).toBeVisible()
  await shoot('codigo-desconocido')
  await kiosk.closeDialog()
  await kiosk.type({ account: '409899171234', invoice: 'DE 4043' })
  await kiosk.button(/^Consultar/).click()
  await expect(page.getByText('Son demasiados números')).toBeVisible()
  await shoot('consulta-error')
  await kiosk.type(nobody)
  await kiosk.button(/^Consultar/).click()
  await expect(page.getByText('No encontramos una factura')).toBeVisible()
  await shoot('sin-coincidencia')
  await kiosk.button(/^Inicio/).click()
  await guideScreens(page, shoot)
}

/** Frequent questions, and where to pay. */
async function guideScreens(page: Page, shoot: Shoot): Promise<void> {
  const kiosk = counter(page)
  const { search, question, openQuestions, openPlaces } = guide(page)
  await openQuestions()
  await question('¿Dónde encuentro mi número de cuenta?').click()
  await shoot('preguntas-frecuentes')
  await search.fill('pago')
  await expect(page.getByText(/^Encontramos/)).toBeVisible()
  await shoot('preguntas-encontradas')
  await kiosk.button(/^Inicio/).click()
  await openPlaces()
  await shoot('donde-pagar')
  await kiosk.button(/^Inicio/).click()
  await bill(page).open()
  await shoot('conozca-su-factura-muestra')
  await kiosk.button(/^Inicio/).click()
}

export async function accountScreens(page: Page, shoot: Shoot): Promise<void> {
  const kiosk = counter(page)
  await kiosk.identify(monterrey)
  await expect(page.getByText('Total adeudado')).toBeVisible()
  await shoot('mi-cuenta')
  await shootDialog(page, shoot, /^Avisos \(/, 'avisos-de-la-cuenta')
  await paymentScreens(page, shoot)
  await statementScreens(page, shoot)
  await page
    .getByRole('link', { name: /^Mis facturas/ })
    .or(kiosk.button(/^Mis facturas/))
    .click()
  await expect(kiosk.heading('Mis facturas')).toBeVisible()
  await expect(kiosk.button(/^Imprimir duplicado/).first()).toBeVisible()
  await shoot('mis-facturas')
  await kiosk
    .button(/^Ver DE/)
    .first()
    .click()
  await expect(page.getByRole('img', { name: /hoja 1 de 1$/ })).toBeVisible()
  await shoot('vista-previa')
  await kiosk.button(/^Cerrar/).click()
  await kiosk.openInvoice('DE')
  await expect(kiosk.button(/^Imprimir duplicado/)).toBeVisible()
  await shoot('factura')
  await shootDialog(page, shoot, /^¿Por qué cambió/, 'por-que-cambio')
  await bill(page).open()
  await shoot('conozca-su-factura')
  await kiosk.button(/^Volver/).click()
}

/** From *Mi cuenta* and back to it. */
async function paymentScreens(page: Page, shoot: Shoot): Promise<void> {
  const kiosk = counter(page)
  const { open, row, rows, view } = payments(page)
  await open()
  await expect(rows.first()).toBeVisible()
  await shoot('mis-pagos')
  await view(row('Devuelto'))
  await expect(page.getByRole('img', { name: /hoja 1 de 1$/ })).toBeVisible()
  await shoot('comprobante-de-pago')
  await kiosk.button(/^Cerrar/).click()
  await kiosk.button(/^Volver/).click()
}

/** From *Mi cuenta* and back to it. */
async function statementScreens(page: Page, shoot: Shoot): Promise<void> {
  const kiosk = counter(page)
  const { open, openConsumption, from, save } = statement(page)
  await open()
  await expect(kiosk.button(/^Imprimir/)).toBeVisible()
  await shoot('estado-de-cuenta')
  await takeOnPhone(page)
  await shoot('llevar-en-el-telefono')
  await kiosk.closeDialog()
  await save(/^Guardar Excel/)
  await shoot('estado-guardado')
  await from.click()
  await shoot('estado-fechas')
  await kiosk.button('Listo').click()
  await kiosk.button(/^Volver/).click()
  await openConsumption()
  await expect(page.getByRole('img', { name: /^Gráfica de su consumo/ })).toBeVisible()
  await shoot('mis-consumos')
  await kiosk.button(/^Volver/).click()
  await agreements(page).open()
  await expect(agreements(page).table(2).locator('tbody tr')).toHaveCount(6)
  await shoot('acuerdos-de-pago')
  await kiosk.button(/^Volver/).click()
}

export async function paperScreens(page: Page, shoot: Shoot, printer: TestPrinter): Promise<void> {
  const kiosk = counter(page)
  /** Another invoice each time, from the list: the same one twice in a row is one job. */
  async function print(row: number): Promise<void> {
    await kiosk.button(/^Volver/).click()
    await expect(kiosk.heading('Mis facturas')).toBeVisible()
    await kiosk
      .button(/^Imprimir duplicado/)
      .nth(row)
      .click()
  }

  printer.hold()
  await print(0)
  await expect(page.getByText('está saliendo')).toBeVisible()
  await shoot('imprimiendo')
  printer.release()
  await expect(page.getByText(/^Listo/)).toBeVisible()
  await shoot('impreso')

  printer.emptyTray()
  await print(1)
  await expect(page.getByText('no tiene papel')).toBeVisible()
  await shoot('sin-papel')
  printer.refill()
  await expect(page.getByText(/^Listo/)).toBeVisible()

  printer.hold()
  await print(2)
  await expect(page.getByText('está saliendo')).toBeVisible()
  await printer.kill()
  printer.release()
  await printer.restart()
  await expect(page.getByText('¿Salió bien su impresión?')).toBeVisible()
  await shoot('no-se-sabe')
  await kiosk.button(/^Sí/).click()
  await kiosk.button(/^Terminar/).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await shoot('retiro-sus-hojas')
  await kiosk.button('No, seguir aquí').click()
}

/** Waits as long as a visitor who left. */
export async function idleScreen(page: Page, shoot: Shoot): Promise<void> {
  await expect(page.getByRole('dialog')).toBeVisible()
  await shoot('tiempo-agotandose')
}

export async function offlineScreens(page: Page, shoot: Shoot, disconnect: () => Promise<void>): Promise<void> {
  const kiosk = counter(page)
  await kiosk.identify(monterrey)
  await disconnect()
  await expect(page.getByText('Sin conexión')).toBeVisible()
  await shoot('sin-conexion')
}
