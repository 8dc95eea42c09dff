import type { Page } from '@playwright/test'
import { counter, monterrey } from '../../tests/e2e/pages/counterPage.ts'
import { requests } from '../../tests/e2e/pages/requests.ts'
import type { Shoot } from './walk.ts'
import { expect } from '../../tests/e2e/pages/patience.ts'

const claim = {
  topic: 'Consumo elevado',
  reading: '4209',
  text: 'Mi recibo llegó al doble que el mes pasado y no hemos cambiado nada en la casa. ¿Pueden revisar el medidor?',
}

/** A claim from the empty form to its folio, and what the folio then tells; begins and ends without an account open. */
export async function requestScreens(page: Page, shoot: Shoot): Promise<void> {
  const kiosk = counter(page)
  const filing = requests(page)
  await kiosk.identify(monterrey)
  await filing.open()
  await shoot('preguntas-y-reclamaciones')
  await kiosk.button('Nueva reclamación').click()
  await page.getByRole('combobox', { name: /^Tema/ }).click()
  await shoot('reclamacion-temas')
  await page.getByRole('option', { name: claim.topic }).click()
  await highConsumption(page, shoot)
  await kiosk.button('Continuar').click()
  await shoot('reclamacion-error')
  await filing.fill({ ...claim, disputed: '250' })
  await kiosk.button('Continuar').click()
  await expect(kiosk.heading('Revise su solicitud')).toBeVisible()
  await shoot('reclamacion-revision')
  await kiosk.button('Corregir').click()
  await page.getByRole('textbox', { name: /^Descripción/ }).focus()
  await shoot('reclamacion')
  await kiosk.button('Continuar').click()
  await kiosk.button('Enviar').click()
  await expect(page.getByText('Folio de la empresa')).toBeVisible()
  await shoot('recibimos-su-solicitud')
  const folio = await filing.folio()
  await kiosk.button('Volver a mi cuenta').click()
  await filing.open()
  await kiosk.button('Nueva reclamación').click()
  await filing.choose(claim.topic)
  await expect(kiosk.heading('Ya tiene una reclamación abierta')).toBeVisible()
  await shoot('reclamacion-abierta')
  await kiosk.finish()
  await filing.lookUp(folio)
  await expect(page.getByText('Folio de la empresa')).toBeVisible()
  await shoot('folio')
  await kiosk.button(/^Inicio/).click()
}

/** What the data say, and the search for a leak, up to what is written. */
async function highConsumption(page: Page, shoot: Shoot): Promise<void> {
  const kiosk = counter(page)
  await expect(page.getByText('Periodo facturado')).toBeVisible()
  await shoot('consumo-elevado')
  await kiosk.button('Buscar una fuga').click()
  await expect(kiosk.heading('¿Habrá una fuga?')).toBeVisible()
  await shoot('consumo-elevado-fuga')
  await kiosk.button('Presentar de todos modos').click()
}

/** A leak while the utility is away, from *Mi cuenta*. */
export async function offlineRequestScreens(page: Page, shoot: Shoot): Promise<void> {
  const kiosk = counter(page)
  await requests(page).open()
  await kiosk.button('Nueva reclamación').click()
  await page.getByRole('combobox', { name: /^Tema/ }).click()
  await page.getByRole('option', { name: 'Fuga' }).click()
  await expect(kiosk.heading('¿Es una emergencia?')).toBeVisible()
  await shoot('fuga')
  await kiosk.button(/^Ya llamé/).click()
  await requests(page).write({ topic: 'Fuga', text: 'Ayer olía a gas en la entrada.' })
  await kiosk.button('Enviar').click()
  await expect(kiosk.heading('Recibimos su solicitud')).toBeVisible()
  await shoot('recibimos-sin-conexion')
  await kiosk.button('Volver a mi cuenta').click()
  await requests(page).open()
  await shoot('preguntas-y-reclamaciones-sin-conexion')
}
