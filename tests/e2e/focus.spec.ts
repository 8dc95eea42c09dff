import { expect, test } from './fixtures.ts'
import { counter, monterrey } from './pages/counterPage.ts'

test('Volver gives the focus to the control that led away, also where its row comes later', async ({ page }) => {
  const person = counter(page)
  const lookup = page.getByRole('link', { name: /^Consultar con mi factura/ })
  await lookup.click()
  await expect(person.heading('Consultar con mi factura')).toBeVisible()
  await person.button(/^Volver/).click()
  await expect(lookup).toBeFocused()

  await person.identify(monterrey)
  const statement = page.getByRole('link', { name: /^Estado de cuenta/ })
  await statement.click()
  await expect(person.heading('Estado de cuenta')).toBeVisible()
  await person.button(/^Volver/).click()
  await expect(statement).toBeFocused()

  await person.openInvoices()
  const third = page.getByRole('link', { name: /^Detalle de la factura/ }).nth(2)
  await third.click()
  await expect(person.heading('Factura DE 3843 2503')).toBeVisible()
  await person.button(/^Volver/).click()
  await expect(third).toBeFocused()
})

test('closing a dialog gives the focus to the control that opened it', async ({ page }) => {
  const person = counter(page)
  for (const name of [/^Accesibilidad/, /^Aviso de privacidad/, /^Emergencias/]) {
    await person.button(name).click()
    await person.closeDialog()
    await expect(person.button(name)).toBeFocused()
  }
  await person.identify(monterrey)
  const view = person.button(/^Ver DE 3943/)
  await view.click()
  await person.closeDialog()
  await expect(view).toBeFocused()
})
