import type { Page } from '@playwright/test'
import { counter, monterrey } from './counterPage.ts'
import type { Look } from './everyScreen.ts'
import { registering, registration } from './registration.ts'
import { expect } from './patience.ts'

/** Registration by each proof, and activation; begins and ends on the first screen. */
export async function registrationScreens(page: Page, look: Look): Promise<void> {
  const person = counter(page)
  const form = registration(page)
  const home = () => person.button(/^Inicio/).click()
  await form.open()
  await look('Registrarme')
  await form.goOn.click()
  await expect(page.getByText('Escriba su número de cuenta.')).toBeVisible()
  await look('Registrarme, con errores')
  await person.button('Instructivo').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('Registrarme, instructivo')
  await person.closeDialog()
  await form.chooseZone('Montevideo')
  await look('Registrarme, por documento')
  await form.chooseZone('Querétaro')
  await look('Registrarme, por medidor')
  await person.button('Registro empresa').click()
  await person.button('Instructivo').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('Registrarme, instructivo de agua')
  await person.closeDialog()
  await form.fillIn({
    Referencia: registering.company.number,
    'Número de medidor': registering.company.meterNumber ?? '',
    'Nombre de la empresa': registering.company.holder.companyName,
  })
  await form.writeEmail('comunicaciones.internas@tortilleria-perez-y-compania.example.com')
  await form.field('Usuario').fill('tortilleriaperez2026')
  await form.goOn.click()
  await expect(page.getByText('Paso 3 de 3')).toBeVisible()
  await form.send.click()
  await expect(page.getByText('Para seguir hace falta aceptarlo.').first()).toBeVisible()
  await look('Registrarme, confirmación con errores')
  await home()
  await atOnce(page, look)
  await activation(page, look)
}

async function atOnce(page: Page, look: Look): Promise<void> {
  const { button } = counter(page)
  const form = registration(page)
  await form.open()
  await form.chooseZone('Nuevo Laredo')
  await form.fillIn({ 'Número de cuenta': registering.nuevoLaredo.number, 'Número de factura': 'ZE40389382' })
  await form.writeEmail('comunicaciones.internas.tortilleria.perez@gmial.com', 'otra@gmail.com')
  await form.secret('Contraseña').fill('corta')
  await form.goOn.click()
  await expect(page.getByText('Es demasiado corta.')).toBeVisible()
  await look('Registrarme, acceso con errores')
  await button(/^Inicio/).click()
}

async function activation(page: Page, look: Look): Promise<void> {
  const { button, heading, closeDialog } = counter(page)
  const form = registration(page)
  await form.open()
  await form.fillIn({ 'Número de cuenta': monterrey.account, 'Número de factura': monterrey.invoice })
  await form.writeEmail('ana.mendez@example.com')
  await form.goOn.click()
  await form.accept('el Aviso legal')
  await form.send.click()
  await expect(heading('Active su cuenta')).toBeVisible()
  await expect(button('Enviar otra vez')).toBeEnabled()
  await form.field('Código').fill('123 456')
  await look('Active su cuenta')
  await form.activate('000000', 'nueve gatos azules')
  await expect(page.getByRole('alert')).toContainText('Ese código no es el que enviamos')
  await look('Active su cuenta, con otro código')
  await button('Seguir después').click()
  await look('Active su cuenta, seguir después')
  await closeDialog()
  await button('Cambiar correo').click()
  await expect(heading('Cambiar correo')).toBeVisible()
  await look('Cambiar correo')
  await button(/^Inicio/).click()
  await look('Bienvenido, con un código en camino')
  await form.open()
  await look('Registrarme, con un código en camino')
  await button(/^Inicio/).click()
}
