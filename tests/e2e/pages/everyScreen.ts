import type { Page } from '@playwright/test'
import type { TestPrinter } from '../../fixtures/printing/ippeveprinter.ts'
import { agreements } from './agreements.ts'
import { chooseAids } from './aids.ts'
import { bill as explained } from './bill.ts'
import { contact } from './contact.ts'
import { counter, nuevoLaredo, type Bill } from './counterPage.ts'
import { delivery } from './delivery.ts'
import { guide } from './guide.ts'
import { paying } from './pay.ts'
import { takeOnPhone } from './phone.ts'
import { payments } from './payments.ts'
import { readings } from './readings.ts'
import { scan } from './scanner.ts'
import { statement } from './statement.ts'
import { supply } from './supply.ts'
import { expect } from './patience.ts'

/** Looks at the screen as it stands, under a name for its state. */
export type Look = (state: string) => Promise<void>

export const longText = 'Mi recibo llegó al doble que el mes pasado y no hemos cambiado nada en la casa. ¿Pueden revisar el medidor, por favor? '.repeat(6)

async function inDialog(page: Page, look: Look, opener: RegExp, state: string): Promise<void> {
  const person = counter(page)
  await person.button(opener).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look(state)
  await person.closeDialog()
}

/** What stands open to everybody; begins and ends on the first screen. */
export async function publicScreens(page: Page, look: Look): Promise<void> {
  const person = counter(page)
  await expect(page.getByRole('region', { name: 'Avisos' })).toBeVisible()
  await look('Bienvenido')
  await inDialog(page, look, /^Ver \d+ avisos? más/, 'Avisos')
  await inDialog(page, look, /^Emergencias/, 'Emergencias')
  await inDialog(page, look, /^Aviso de privacidad/, 'Aviso de privacidad')
  await inDialog(page, look, /^Accesibilidad/, 'Accesibilidad')
  await person.openLookup()
  await look('Consultar con mi factura')
  await person.zone.click()
  await expect(page.getByRole('option').first()).toBeVisible()
  await look('Zona geográfica, abierta')
  await page.keyboard.press('Escape')
  await inDialog(page, look, /^¿Dónde encuentro/, '¿Dónde encuentro estos datos?')
  await scan(page, '40989917')
  await expect(page.getByText('Leímos un número')).toBeVisible()
  await look('Consultar con mi factura, con un código leído')
  await person.type({ account: '409899171234', invoice: 'DE 4043' })
  await person.button(/^Consultar/).click()
  await expect(page.getByText('Son demasiados números')).toBeVisible()
  await look('Consultar con mi factura, con errores')
  await person.type({ account: '12345678', invoice: 'AA 0000 0000' })
  await person.button(/^Consultar/).click()
  await expect(page.getByText('No encontramos una factura')).toBeVisible()
  await look('Consultar con mi factura, sin coincidencia')
  await person.button(/^Inicio/).click()
  await guideScreens(page, look)
}

/** Frequent questions, where to pay, and a bill explained; begins and ends on the first screen. */
async function guideScreens(page: Page, look: Look): Promise<void> {
  const person = counter(page)
  const { search, openQuestions, openPlaces } = guide(page)
  await openQuestions()
  await look('Preguntas frecuentes')
  await search.fill('medidor')
  await expect(page.getByText(/^Encontramos/)).toBeVisible()
  await page.getByRole('listitem').first().getByRole('button').click()
  await look('Preguntas frecuentes, encontradas')
  await search.fill('bicicleta')
  await expect(page.getByText('Pruebe con otra palabra')).toBeVisible()
  await look('Preguntas frecuentes, ninguna')
  await person.button(/^Inicio/).click()
  await openPlaces()
  await look('¿Dónde pagar?')
  await person.button(/^Inicio/).click()
  await explained(page).open()
  await look('Conozca su factura, de gas')
  await person.button('Aguas de Cantera Rosa').click()
  await look('Conozca su factura, de agua')
  await person.button(/^Inicio/).click()
}

/** A message without an account up to its folio; begins and ends on the first screen. */
export async function contactScreens(page: Page, look: Look): Promise<void> {
  const person = counter(page)
  const writing = contact(page)
  await writing.open()
  await expect(page.getByRole('link', { name: /^Consulta/ })).toBeVisible()
  await look('Contacto')
  await writing.choose('Consumo elevado')
  await person.button('Enviar').click()
  await expect(page.getByText('Escriba su correo o su teléfono')).toBeVisible()
  await look('Contacto, con errores')
  await writing.write({
    name: 'María de los Ángeles Guadalupe Ibargüengoitia',
    text: longText,
    account: '40989917-7',
    email: 'a@correo.com',
    phone: '81 8340 0000',
  })
  await look('Contacto, escrito')
  await writing.send()
  await expect(page.getByText('La empresa ya la tiene')).toBeVisible()
  await look('Recibimos su solicitud, sin cuenta')
  await person.button('Ir al inicio').click()
  await expect(person.heading('Bienvenido')).toBeVisible()
}

/** The open account, its invoices and how they are paid; begins and ends on *Mi cuenta*. */
export async function accountScreens(page: Page, look: Look, bill: Bill): Promise<void> {
  const person = counter(page)
  await expect(page.getByRole('region', { name: 'Total adeudado' })).toBeVisible()
  await look('Mi cuenta')
  await inDialog(page, look, /^Avisos \(/, 'Avisos de su cuenta')
  await person.openInvoices()
  await expect(person.button(/^Imprimir duplicado/).first()).toBeVisible()
  await look('Mis facturas')
  await person.button(`Ver ${bill.invoice}`).click()
  await expect(page.getByRole('img', { name: /hoja 1 de/ })).toBeVisible()
  await look('Vista previa')
  await person.closeDialog()
  await person.openInvoice()
  await expect(person.button(/^Imprimir duplicado/)).toBeVisible()
  await look('Factura')
  await explained(page).open()
  await look('Conozca su factura, la propia')
  await person.button(/^Inicio/).click()
  await person.button('Volver a mi cuenta').click()
  await paying(page).openAll()
  await look('Pagar')
  await person.button(/^Volver/).click()
  await expect(person.heading('Mi cuenta')).toBeVisible()
}

/** What was paid, and its proof; begins and ends on *Mi cuenta*. */
export async function paymentScreens(page: Page, look: Look): Promise<void> {
  const person = counter(page)
  const { open, rows, view } = payments(page)
  await open()
  await expect(rows.first()).toBeVisible()
  await look('Mis pagos')
  await view(rows.first())
  await expect(page.getByRole('img', { name: /hoja 1 de/ })).toBeVisible()
  await look('Vista previa de un comprobante de pago')
  await person.closeDialog()
  await person.button(/^Volver/).click()
  await expect(person.heading('Mi cuenta')).toBeVisible()
}

/** Statement and consumption; begins and ends on *Mi cuenta*. */
export async function recordScreens(page: Page, look: Look): Promise<void> {
  const person = counter(page)
  const { open, openConsumption, from, save } = statement(page)
  await open()
  await expect(page.locator('tbody tr').first()).toBeVisible()
  await look('Estado de cuenta')
  await save(/^Guardar Excel/)
  await look('Estado de cuenta, guardado')
  await from.click()
  await look('Estado de cuenta, fechas')
  await from.fill('32/01/2026')
  await person.heading('Estado de cuenta').click()
  await expect(from).toHaveAttribute('aria-invalid', 'true')
  await look('Estado de cuenta, con errores')
  await person.button('12 meses').click()
  await expect(page.locator('tbody tr').first()).toBeVisible()
  await takeOnPhone(page)
  await look('Estado de cuenta, en el teléfono')
  await person.closeDialog()
  await person.button(/^Volver/).click()
  await openConsumption()
  await expect(page.getByRole('img', { name: /^Gráfica de su consumo/ })).toBeVisible()
  await look('Mis consumos')
  await person.button(/^Volver/).click()
  await expect(person.heading('Mi cuenta')).toBeVisible()
}

/** Agreements and one of them as it is printed; begins and ends on *Mi cuenta*. */
export async function agreementScreens(page: Page, look: Look): Promise<void> {
  const person = counter(page)
  const { open, table } = agreements(page)
  await open()
  await expect(table(0)).toBeVisible()
  await look('Acuerdos de pago')
  await person
    .button(/^Ver CP/)
    .first()
    .click()
  await expect(page.getByRole('img', { name: /hoja 1 de/ })).toBeVisible()
  await look('Acuerdo de pago, vista previa')
  await person.closeDialog()
  await person.button(/^Volver/).click()
  await expect(person.heading('Mi cuenta')).toBeVisible()
}

/** A reading up to the warning before it is sent, and outside its window; begins on *Mi cuenta*, ends on that of another account. */
export async function readingScreens(page: Page, look: Look): Promise<void> {
  const person = counter(page)
  const bringing = readings(page)
  await bringing.open()
  await look('Aportar lectura')
  await bringing.send('4209.5')
  await expect(page.getByText('los rojos de este medidor no cuentan')).toBeVisible()
  await look('Aportar lectura, con errores')
  await bringing.send('123456789')
  await expect(bringing.doubt).toBeVisible()
  await look('Aportar lectura, con duda')
  await person.button('Corregir').click()
  await look('Aportar lectura, nueve cifras')
  await person.finish()
  await person.identify(nuevoLaredo)
  await bringing.open()
  await look('Aportar lectura, fuera del periodo')
  await person.button(/^Volver/).click()
  await expect(person.heading('Mi cuenta')).toBeVisible()
}

/** Both supply requests up to their folio; begins and ends on *Mi cuenta*. */
export async function supplyScreens(page: Page, look: Look): Promise<void> {
  const person = counter(page)
  const asking = supply(page)
  await asking.open()
  await look('Solicitudes de suministro, ninguna')
  await asking.begin('Reconexión')
  await person.button('Enviar').click()
  await expect(page.getByText('Elija el motivo.')).toBeVisible()
  await look('Reconexión, con errores')
  await asking.writeReconnection({ reason: 'Ya pagué', phone: '81 8340 0000', notes: longText })
  await look('Reconexión')
  await asking.send()
  await person.button(/^Volver$/).click()
  await asking.begin('Reconexión')
  await expect(page.getByText(/^Ya la pidió/)).toBeVisible()
  await look('Reconexión, ya pedida')
  await person.button(/^Volver$/).click()
  await look('Solicitudes de suministro')
  await asking.begin('Cambio de titular')
  await person.button('Continuar').click()
  await look('Cambio de titular, con errores')
  await asking.writeCompany({ companyName: 'Electrodomésticos, Refacciones y Servicios Integrales del Noreste de la República, S. A. de C. V.', number: '1' })
  await look('Cambio de titular, empresa')
  await asking.kind('Persona').click()
  await asking.writePerson({ givenNames: 'María de los Ángeles Guadalupe', familyName: 'Ibargüengoitia', document: 'CURP', number: 'HEGG560427MVZRRL05' })
  await asking.goOn()
  await look('Cambio de titular, revisión')
  await asking.field(/^A partir de/).fill('1/1/2020')
  await person.button('Enviar').click()
  await expect(page.getByText(/^Ese día ya pasó/)).toBeVisible()
  await look('Cambio de titular, revisión con errores')
  for (const before of ['Cambio de titular', 'Solicitudes de suministro', 'Mi cuenta']) {
    await person.button(/^Volver$/).click()
    await expect(person.heading(before)).toBeVisible()
  }
}

/** Invoices by e-mail, and where they are not to be had; begins on *Mi cuenta*, ends on that of another account. */
export async function deliveryScreens(page: Page, look: Look): Promise<void> {
  const person = counter(page)
  const asking = delivery(page)
  for (const bill of [null, nuevoLaredo]) {
    if (bill) {
      await person.finish()
      await person.identify(bill)
    }
    const name = bill ? 'Factura electrónica, otra cuenta' : 'Factura electrónica'
    await asking.open()
    await look(name)
    await asking.way('Por correo electrónico').click()
    // Nuevo Laredo's has no address that is known.
    if (bill) {
      await look(`${name}, sin correo`)
      await asking.way('En papel').click()
    }
    await person.button('Enviar').click()
    await expect(page.getByRole('alert').first()).toBeVisible()
    await look(`${name}, con errores`)
    if (!bill) {
      await asking.read()
      await look(`${name}, el texto`)
      await person.closeDialog()
    }
    await person.button(/^Volver/).click()
    await expect(person.heading('Mi cuenta')).toBeVisible()
  }
}

/** Paper missing, out, and on its way; begins on *Mi cuenta*, ends on the first screen. */
export async function paperScreens(page: Page, look: Look, printer: TestPrinter): Promise<void> {
  const person = counter(page)
  printer.emptyTray()
  await person
    .button(/^Imprimir duplicado/)
    .first()
    .click()
  await expect(page.getByText('La impresora no tiene papel').first()).toBeVisible()
  await look('Imprimiendo, sin papel')
  printer.refill()
  await expect(page.getByText(/^Listo/)).toBeVisible()
  await look('Imprimiendo, listo')
  await person.button(/^Inicio/).click()
  await look('Bienvenido, con la cuenta abierta')
  await person.button('Volver a mi cuenta').click()
  await person.openInvoices()
  printer.hold()
  await person
    .button(/^Imprimir duplicado/)
    .nth(1)
    .click()
  await expect(page.getByText('está saliendo').first()).toBeVisible()
  await look('Imprimiendo')
  printer.release()
  await expect(page.getByText(/^Listo/)).toBeVisible()
  // The question answers itself in a while.
  await chooseAids(page, { slower: true })
  await person.button(/^Terminar/).click()
  await expect(page.getByRole('dialog', { name: '¿Retiró sus hojas?' })).toBeVisible()
  await look('¿Retiró sus hojas?')
  await person.button('Sí, terminar').click()
  await expect(person.heading('Bienvenido')).toBeVisible()
}
