import type { Page } from '@playwright/test'
import { counter } from './counterPage.ts'
import type { Look } from './everyScreen.ts'
import { expect } from './patience.ts'

/** *Cierre del día* as those who close a day use it, from *Personal* on. */
export function dayEnd(page: Page) {
  const { button, heading } = counter(page)
  const summary = page.getByRole('region', { name: 'Cifras del día' })
  const question = page.getByRole('dialog', { name: '¿Firmar el cierre?' })
  const shownIn = (name: string) => page.getByRole('table').filter({ has: page.getByRole('columnheader', { name }) })
  return {
    summary,
    day: page.getByRole('textbox', { name: 'Día' }),
    sign: button(/^Firmar (y cerrar el día|otra vez)$/u),
    question,
    /** From the touch on *Firmar y cerrar el día* to the signature. */
    async signIt(): Promise<void> {
      await button(/^Firmar (y cerrar el día|otra vez)$/u).click()
      await question.getByRole('button', { name: 'Firmar', exact: true }).click()
      await expect(question).toHaveCount(0)
    },
    signed: summary.getByText(/^Firma \d+: /),
    table: (name: 'Personas' | 'Horas' | 'Diferencias' | 'Firmas') => button(name),
    row: (title: string) => shownIn('Presentadas').getByRole('row').filter({ hasText: title }),
    async open(): Promise<void> {
      await page.getByRole('link', { name: /^Cierre del día/ }).click()
      await expect(heading('Cierre del día')).toBeVisible()
      await expect(summary).toBeVisible()
    },
    /** What the summary says of a figure: how many, and how many later. */
    figure: async (name: string): Promise<string> => {
      const line = summary.locator('div').filter({ has: page.getByText(name, { exact: true }) })
      return (await line.getByRole('definition').innerText()).replace(/\s+/g, ' ').trim()
    },
  }
}

/** From *Personal* of who may close a day, and back to it. A test page is printed, so that there is a figure. */
export async function dayEndScreens(page: Page, look: Look): Promise<void> {
  const { button, heading } = counter(page)
  const { open, summary, day, sign, question, signIt, signed, table } = dayEnd(page)
  async function again(): Promise<void> {
    await button('Volver').click()
    await expect(heading('Personal')).toBeVisible()
    await open()
  }
  const testPages = page.getByRole('listitem').filter({ hasText: /Página de prueba\s*Salió/u })
  async function printTestPage(): Promise<void> {
    await page.getByRole('link', { name: /^Impresiones/ }).click()
    await button('Probar la de hojas').click()
  }
  await printTestPage()
  await expect(testPages.first()).toBeVisible()
  const printed = await testPages.count()
  await button('Volver').click()
  await open()
  await expect(summary).toContainText('Coincide con la auditoría.')
  await look('Cierre del día')
  await table('Horas').click()
  await look('Cierre del día, por hora')
  await day.click()
  await expect(button('Listo')).toBeVisible()
  await look('Cierre del día, con las teclas')
  await day.fill('31/02/2026')
  await day.press('Enter')
  await button('Listo').click()
  await expect(page.getByText('Revise la fecha')).toBeVisible()
  await look('Cierre del día, con una fecha que no es')
  await day.fill('01/01/2020')
  await day.press('Enter')
  await expect(page.getByText('Aquí no hay registros del')).toBeVisible()
  await look('Cierre de un día sin registros')
  await again()
  await expect(sign).toHaveText('Firmar y cerrar el día')
  await sign.click()
  await expect(question).toContainText('Lucía Treviño Garza')
  await look('Cierre del día, antes de firmar')
  await question.getByRole('button', { name: 'No firmar' }).click()
  await expect(question).toHaveCount(0)
  await signIt()
  await expect(signed).toBeVisible()
  await look('Cierre del día, firmado')
  await table('Firmas').click()
  await look('Cierre del día, con sus firmas')
  // The paper of the day itself would change nothing.
  await button('Volver').click()
  await printTestPage()
  await expect(testPages).toHaveCount(printed + 1)
  await button('Volver').click()
  await open()
  await expect(summary).toContainText('+1 después')
  await look('Cierre del día, con lo que vino después de la firma')
  await button('Volver').click()
  await expect(heading('Personal')).toBeVisible()
}

/** A day of which the audit says otherwise, and one without figures, from *Personal* on: `putJob` writes a print job of that many days ago which the audit does not know. */
export async function oddDayScreens(page: Page, look: Look, putJob: (daysAgo: number) => void): Promise<void> {
  const { button } = counter(page)
  const { open, summary } = dayEnd(page)
  putJob(2)
  await open()
  await button('Anterior').click()
  await expect(page.getByText('No hubo nada el')).toBeVisible()
  await look('Cierre de un día sin cifras')
  await button('Anterior').click()
  await expect(summary.getByRole('alert')).toContainText('4 cifras no coinciden con la auditoría.')
  await look('Cierre de un día que no coincide con la auditoría')
}
