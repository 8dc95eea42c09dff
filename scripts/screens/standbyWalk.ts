import type { Page } from '@playwright/test'
import type { Sandbox } from '../../electron/sandbox/server.ts'
import { counter } from '../../tests/e2e/pages/counterPage.ts'
import type { Shoot } from './walk.ts'
import { expect } from '../../tests/e2e/pages/patience.ts'

/**
 * A kiosk whose utility (`down` at first) has never been heard: what it says, what staff see once all is well and when it is not, and what it
 * says out of service.
 */
export async function standbyScreens(page: Page, shoot: Shoot, sandbox: Sandbox): Promise<void> {
  const kiosk = counter(page)
  await expect(page.getByText('espera su primera conexión')).toBeVisible()
  await shoot('primera-conexion')

  sandbox.faults.set(null)
  await expect(page.getByText('En línea', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: /^Personal/ }).click()
  await expect(page.getByRole('heading', { name: 'Todo en orden' })).toBeVisible()
  await shoot('estado-del-equipo')

  for (const entity of ['invoice', 'account']) sandbox.append({ entity, op: 'upsert', id: `${entity}-rota`, rev: 999, data: {} })
  await expect(page.getByRole('row').filter({ hasText: 'account-rota' })).toBeVisible()
  sandbox.direct('outOfService')
  sandbox.faults.set('down')
  await expect(page.getByText('Sin conexión con la empresa')).toBeVisible()
  await shoot('estado-con-avisos')

  sandbox.faults.set(null)
  await kiosk.button(/^Inicio/).click()
  await expect(kiosk.heading('Kiosco fuera de servicio')).toBeVisible()
  await expect(page.getByText('En línea', { exact: true })).toBeVisible()
  await shoot('fuera-de-servicio')
}
