import type { Page } from '@playwright/test'
import type { Sandbox } from '../../../electron/sandbox/server.ts'
import { counter } from './counterPage.ts'
import type { Look } from './everyScreen.ts'
import { onlinePaying } from './onlinePay.ts'
import { paying } from './pay.ts'
import { expect } from './patience.ts'

/** A payment on one's own phone in each of its states; begins and ends on *Mi cuenta*. */
export async function onlinePayScreens(page: Page, look: Look, sandbox: Sandbox): Promise<void> {
  const person = counter(page)
  const newest = (): string => sandbox.payments.all().at(-1)?.intent.id ?? ''
  const seeFromAccount = async (): Promise<void> => {
    await person.button('Volver a mi cuenta').click()
    await person.button('Ver pago en línea').click()
  }
  await paying(page).openAll()
  await paying(page).place('BBVA').click()
  sandbox.payments.refuse('Su contrato está en revisión por un cambio de titular que todavía no termina. '.repeat(4))
  await person.button('Pagar en línea').click()
  await expect(page.getByRole('alert')).toBeVisible()
  await look('Pagar, rechazado')
  sandbox.payments.refuse(null)
  await person.button('Pagar en línea').click()
  await expect(page.getByRole('img', { name: /^Código QR/ })).toBeVisible()
  await look('Pagar en línea')
  sandbox.faults.set('status', { paths: /^\/v1\/payments\/./ })
  await expect(page.getByText('Ahora no podemos saber')).toBeVisible()
  await look('Pagar en línea, sin saber')
  sandbox.faults.set(null)
  await person.button('Volver a mi cuenta').click()
  await expect(page.getByText(/^Tiene un pago en línea abierto/)).toBeVisible()
  await look('Mi cuenta, con un pago en línea abierto')
  await person.button('Ver pago en línea').click()
  sandbox.payments.decide(newest(), 'failed')
  await expect(person.heading('El pago no se hizo')).toBeVisible()
  await look('El pago no se hizo')
  await person.button('Abrir otro pago').click()
  await person.button(/^Volver/).click()
  await person.button(/^Inicio/).click()
  await person.button('Volver a mi cuenta').click()
  await onlinePaying(page).begin('Banamex')
  await seeFromAccount()
  sandbox.faults.lag(Infinity)
  sandbox.payments.decide(newest(), 'paid')
  await expect(person.heading('Pago recibido')).toBeVisible()
  await look('Pago recibido')
  await person.button('Volver a mi cuenta').click()
  await expect(page.getByText(/^Recibimos su pago en línea/)).toBeVisible()
  await look('Mi cuenta, con un pago recibido')
}
