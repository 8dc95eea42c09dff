import type { Page } from '@playwright/test'
import { contact } from '../../tests/e2e/pages/contact.ts'
import { counter } from '../../tests/e2e/pages/counterPage.ts'
import type { Shoot } from './walk.ts'

/** A message without an account; begins and ends on the first screen. */
export async function contactScreens(page: Page, shoot: Shoot): Promise<void> {
  const kiosk = counter(page)
  const writing = contact(page)
  await writing.open()
  await page.getByRole('link', { name: /^Consulta/ }).waitFor()
  await shoot('contacto')
  await writing.choose('Consulta')
  await kiosk.button('Enviar').click()
  await shoot('contacto-error')
  await writing.write({ name: 'Ana Méndez Prieto', text: '¿A qué hora abren los sábados?', account: '40989917-7', email: 'ana@correo.com' })
  await shoot('contacto-consulta')
  await writing.send()
  await shoot('contacto-recibido')
  await kiosk.finish()
}
