import type { Page } from '@playwright/test'
import { counter, monterrey, nuevoLaredo } from '../../tests/e2e/pages/counterPage.ts'
import { readings } from '../../tests/e2e/pages/readings.ts'
import type { Shoot } from './walk.ts'
import { expect } from '../../tests/e2e/pages/patience.ts'

/** A reading inside its window and outside it; begins and ends without an account open. */
export async function readingScreens(page: Page, shoot: Shoot): Promise<void> {
  const kiosk = counter(page)
  const bringing = readings(page)
  await kiosk.identify(monterrey)
  await bringing.open()
  await bringing.field.fill(String((await bringing.last()) + 21))
  await shoot('aportar-lectura')
  await bringing.send('12')
  await expect(bringing.doubt).toBeVisible()
  await shoot('aportar-lectura-duda')
  await bringing.sendAnyway()
  await expect(kiosk.heading('Recibimos su solicitud')).toBeVisible()
  await kiosk.button(/^Volver$/).click()
  await bringing.open()
  await expect(page.getByText('Ya aportó su lectura de hoy')).toBeVisible()
  await shoot('aportar-lectura-ya-aportada')
  await kiosk.finish()
  await kiosk.identify(nuevoLaredo)
  await bringing.open()
  await shoot('aportar-lectura-fuera-del-periodo')
  await kiosk.finish()
}
