import type { Page } from '@playwright/test'
import { counter, monterrey } from '../../tests/e2e/pages/counterPage.ts'
import { supply } from '../../tests/e2e/pages/supply.ts'
import type { Shoot } from './walk.ts'
import { expect } from '../../tests/e2e/pages/patience.ts'

/** A reconnection and a change of holder; begins and ends without an account open. */
export async function supplyScreens(page: Page, shoot: Shoot): Promise<void> {
  const kiosk = counter(page)
  const asking = supply(page)
  await kiosk.identify(monterrey)
  await asking.open()
  await asking.begin('Reconexión')
  await asking.writeReconnection({ reason: 'Ya pagué', phone: '81 8340 0000', notes: 'Pagué ayer en el banco y sigo sin servicio.' })
  await shoot('reconexion')
  await asking.send()
  await kiosk.button(/^Volver$/).click()
  await expect(kiosk.heading('Solicitudes de suministro')).toBeVisible()
  await shoot('solicitudes-de-suministro')
  await asking.begin('Cambio de titular')
  await kiosk.button('Continuar').click()
  await shoot('cambio-de-titular-error')
  await asking.writePerson({ givenNames: 'Ana', familyName: 'Méndez', secondFamilyName: 'Prieto', document: 'CURP', number: 'HEGG560427MVZRRL05' })
  await shoot('cambio-de-titular')
  await asking.goOn()
  await shoot('cambio-de-titular-revision')
  await kiosk.button('Corregir').click()
  await asking.writeCompany({ companyName: 'Lavandería Ruiz y Compañía, S.A. de C.V.', number: 'LRC010203AB1' })
  await shoot('cambio-de-titular-empresa')
  await kiosk.finish()
}
