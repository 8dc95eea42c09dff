import type { Page } from '@playwright/test'
import type { Sandbox } from '../../../electron/sandbox/server.ts'
import type { TestPrinter } from '../../fixtures/printing/ippeveprinter.ts'
import { counter, monterrey } from './counterPage.ts'
import { longText, type Look } from './everyScreen.ts'
import { expect } from './patience.ts'
import { requests } from './requests.ts'

/** A topic that the feed tells and the utility does not take: whoever files by it is refused. */
const YESTERDAY = 'Tema de ayer'
export const tellYesterdaysTopic = (sandbox: Sandbox): void => sandbox.upsert('topic', { id: 'tema-de-ayer', kind: 'claim', name: YESTERDAY })

/** *Buzón de salida* and *Impresiones* as those who serve use them. */
export function desks(page: Page) {
  const { heading, button } = counter(page)
  return {
    /** A visitor's claim, which the utility will refuse; it leaves the visitor on *Recibimos su solicitud*. */
    async fileRefused(text: string): Promise<string> {
      await counter(page).identify(monterrey)
      await requests(page).fileClaim({ topic: YESTERDAY, text })
      return requests(page).folio()
    },
    row: (folio: string) => page.getByRole('listitem').filter({ hasText: folio }),
    async openOutbox(): Promise<void> {
      await page.getByRole('link', { name: /^Buzón de salida/ }).click()
      await expect(heading('Buzón de salida')).toBeVisible()
    },
    async open(folio: string): Promise<void> {
      await page.getByRole('link', { name: new RegExp(folio) }).click()
      await expect(heading(`Reclamación ${folio}`)).toBeVisible()
    },
    async openJobs(): Promise<void> {
      await page.getByRole('link', { name: /^Impresiones/ }).click()
      await expect(heading('Impresiones')).toBeVisible()
    },
    async choose(name: RegExp, option: string): Promise<void> {
      await page.getByRole('combobox', { name }).click()
      await page.getByRole('option', { name: option }).click()
    },
    back: (): Promise<void> => button('Volver').click(),
  }
}

/** What the desks show later: a claim with a long text that the utility refused, and its receipt, of which nobody knows whether it came out. Ends on the first screen. */
export async function prepareDesks(page: Page, printer?: TestPrinter): Promise<string> {
  const { button, finish } = counter(page)
  const folio = await desks(page).fileRefused(longText)
  printer?.breakNextJob()
  await button('Imprimir comprobante').click()
  await expect(page.getByText(printer ? '¿Salió bien su impresión?' : /^Listo/).first()).toBeVisible()
  await finish()
  return folio
}

/** The desks with something to do; begins and ends on *Personal* of somebody who serves. */
export async function deskScreens(page: Page, look: Look, folio: string): Promise<void> {
  const { button, heading } = counter(page)
  const { openOutbox, open, openJobs, choose, row, back } = desks(page)
  await openOutbox()
  await expect(row(folio)).toContainText('El tema no existe')
  await look('Buzón de salida')
  await button('Buscar un folio').click()
  await button(/^Buscar$/).click()
  await expect(page.getByRole('textbox', { name: 'Folio' })).toBeFocused()
  await look('Buscar un folio, con errores')
  await back()
  await open(folio)
  await look('Una solicitud no aceptada')
  await button('Cerrar con un motivo').click()
  await button(/^Cerrar$/).click()
  await expect(page.getByText('Escriba el motivo.')).toBeVisible()
  await look('Cerrar con un motivo, con errores')
  await back()
  await button('Corregir y volver a presentar').click()
  await look('Corregir')
  const text = page.getByRole('textbox', { name: /^Descripción/ })
  await text.fill('')
  await button('Volver a presentar').click()
  await expect(text).toBeFocused()
  await look('Corregir, con errores')
  await text.fill(longText)
  await choose(/^Tema/, 'Fuga')
  await button('Volver a presentar').click()
  await expect(page.getByText(`Corrige a ${folio}`)).toBeVisible()
  await look('Una corrección')
  await button(`Abrir ${folio}`).click()
  await expect(page.getByText('Corregida por')).toBeVisible()
  await look('Una solicitud corregida')
  await button('Inicio').click()
  await openJobs()
  await expect(page.getByRole('listitem').filter({ hasText: 'Comprobante' }).first()).toBeVisible()
  await look('Impresiones')
  await button(/^Reimprimir/)
    .first()
    .click()
  await button(/^Reimprimir$/).click()
  await expect(page.getByText('Elija el motivo de la lista.')).toBeVisible()
  await look('Reimprimir, con errores')
  await button('Inicio').click()
  await expect(heading('Personal')).toBeVisible()
}
