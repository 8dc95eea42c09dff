import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { expectToFit, sizes } from './pages/checks.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'
import { requests } from './pages/requests.ts'
import { withUtility } from './withUtility.ts'

const high = { topic: 'Consumo elevado', text: 'Llegó al doble y no cambiamos nada.', reading: '4209' }

test('a claim is filed, its receipt printed, and the utility’s own number comes by itself', async ({ page, printer }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await requests(page).fileClaim(high)
  const folio = await requests(page).folio()
  expect(folio).toMatch(/^K\d+-\d{8}-\d{5}$/)
  await expect(page.getByText('Folio de la empresa')).toBeVisible()
  await expect(page.getByText('Respuesta a más tardar el')).toBeVisible()

  const before = printer.jobs().length
  await person.button('Imprimir comprobante').click()
  await expect(page.getByText(/^Listo/)).toBeVisible()
  expect(printer.jobs()).toHaveLength(before + 1)

  await person.button('Ir a mi cuenta').click()
  await requests(page).open()
  await expect(requests(page).row(folio)).toContainText('Recibida')
})

test('a question is written with the keyboard on the screen alone', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await requests(page).open()
  await person.button('Nueva pregunta').click()
  await page.getByRole('combobox', { name: /^Tema/ }).click()
  await page.getByRole('option', { name: 'Mi medidor' }).click()
  await page.getByRole('textbox', { name: /^Descripción/ }).click()
  const keys = ['abre interrogación', 'Mayús.', 'D', 'ó', 'n', 'd', 'e', 'espacio', 'e', 's', 't', 'á', 'cierra interrogación', 'coma', 'Borrar']
  for (const name of keys) await page.getByRole('group', { name: 'Teclado en pantalla' }).getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('textbox', { name: /^Descripción/ })).toHaveValue('¿Dónde está?')
  await person.button('Continuar').click()
  await person.button('Enviar').click()
  await expect(person.heading('Recibimos su solicitud')).toBeVisible()
})

test('every field says what is wrong, nothing typed is lost, and a corrected form is filed', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await requests(page).open()
  await person.button('Nueva reclamación').click()
  await person.button('Continuar').click()
  await expect(page.getByText('Elija un tema.')).toBeVisible()
  await expect(page.getByText('Cuéntenos qué pasó.')).toBeVisible()

  await requests(page).type({ ...high, reading: 'mucho' })
  await person.button('Continuar').click()
  const reading = page.getByRole('textbox', { name: /^Lectura/ })
  await expect(reading).toBeFocused()
  await expect(reading).toHaveValue('mucho')
  await expect(page.getByRole('textbox', { name: /^Descripción/ })).toHaveValue(high.text)
  await reading.fill('4209')
  await person.button('Continuar').click()
  const email = page.getByRole('textbox', { name: /^Correo electrónico/ })
  await email.fill('ana@')
  await person.button('Enviar').click()
  await expect(email).toHaveAttribute('aria-invalid', 'true')
  await expect(email).toHaveValue('ana@')
  await email.fill('ana@correo.com')
  await person.button('Enviar').click()
  await expect(person.heading('Recibimos su solicitud')).toBeVisible()
  await person.button(/^Volver$/).click()
  await expect(person.heading('Preguntas y reclamaciones')).toBeVisible()
})

test('S13 what one visitor wrote and filed is not there for the next', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await requests(page).fileClaim(high)
  const folio = await requests(page).folio()
  const promise = page.url()
  await person.button('Volver a mi cuenta').click()
  await requests(page).open()
  await person.button('Nueva reclamación').click()
  await page.getByRole('textbox', { name: /^Descripción/ }).fill('Otra cosa mía.')
  await person.finish()

  await person.identify(nuevoLaredo)
  await requests(page).open()
  await expect(page.locator('body')).not.toContainText(folio)
  await person.button('Nueva reclamación').click()
  await expect(page.getByRole('textbox', { name: /^Descripción/ })).toHaveValue('')
  await page.evaluate((hash) => (location.hash = hash), new URL(promise).hash)
  await expect(person.heading('Recibimos su solicitud')).toBeVisible()
  await expect(page.getByText('Su consulta ya no está abierta')).toBeVisible()
  expect(await page.locator('body').innerText()).not.toContain(folio)
})

test('without a network: filed once however often it is touched, told as it is, found by its folio, delivered later', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox }) => {
    const person = counter(page)
    await person.identify(monterrey)
    sandbox.faults.set('down')
    await expect(counter(page).offline).toBeVisible()

    await requests(page).open()
    await requests(page).fillIn('Nueva reclamación', { topic: 'No recibí mi factura', text: 'Ya van dos meses.' })
    await person.button('Enviar').dblclick()
    await expect(person.heading('Recibimos su solicitud')).toBeVisible()
    await expect(page.getByText('Se enviará en cuanto haya conexión. La fecha que cuenta es la de hoy.')).toBeVisible()
    const folio = await requests(page).folio()
    await person.button('Volver a mi cuenta').click()
    await requests(page).open()
    await expect(page.getByRole('listitem').filter({ hasText: 'No recibí mi factura' })).toHaveCount(1)
    await expect(requests(page).row(folio)).toContainText('Guardada en este kiosco, se enviará')
    await person.finish()

    await requests(page).lookUp(folio.replaceAll('-', '').toLowerCase())
    await expect(page.getByText('Guardada en este kiosco, se enviará')).toBeVisible()
    await expect(page.getByText(/Datos al/)).toBeVisible()
    expect(await page.locator('main').innerText()).not.toMatch(/40989917|dos meses|P•/)

    sandbox.faults.set(null)
    await expect.poll(() => sandbox.commands().length).toBe(1)
    // The kiosk learns of it a moment after the utility has it: whoever asks too early asks again.
    await expect(async () => {
      await person.button(/^Consultar/).click()
      await expect(page.getByText('Folio de la empresa')).toBeVisible({ timeout: 5_000 })
    }).toPass()
    expect(sandbox.commands()).toHaveLength(1)
  })
})

test('a leak leads to the telephone first, and its filing says that it alerts nobody', async ({ page }) => {
  const person = counter(page)
  await person.identify(monterrey)
  await requests(page).open()
  await person.button('Nueva reclamación').click()
  await page.getByRole('combobox', { name: /^Tema/ }).click()
  await page.getByRole('option', { name: 'Fuga' }).click()
  await expect(person.heading('¿Es una emergencia?')).toBeVisible()
  await expect(page.getByText('800 555 0134')).toBeVisible()
  await expect(page.getByText('Salga, no encienda nada, llame desde afuera.')).toBeVisible()
  await requests(page).goOnFromEmergency()
  await page.getByRole('textbox', { name: /^Descripción/ }).fill('Olía a gas ayer.')
  await person.button('Continuar').click()
  await person.button('Enviar').click()
  await expect(page.getByText('Esta solicitud no avisa a ninguna cuadrilla.')).toBeVisible()
})

test('a folio that is mistyped is told from one that is not known here', async ({ page }) => {
  await requests(page).lookUp('K07-20261121-00427')
  await expect(page.getByText(/^Revise los números/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^Folio/ })).toHaveValue('K07-20261121-00427')
  await page.getByRole('textbox', { name: /^Folio/ }).fill('Z99-20261121-00428')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No encontramos ese folio en este kiosco.')).toBeVisible()
})

/** At every size: nothing is cut off, and nothing has to be scrolled to but what is a list of its own. */
async function expectToFitEverywhere(page: Page): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expectToFit(page)
    expect(await page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight)).toBeLessThanOrEqual(0)
  }
}

test('the screens of requests fit at every size, and none has to be scrolled', async ({ page }) => {
  const person = counter(page)
  const check = (): Promise<void> => expectToFitEverywhere(page)
  await requests(page).lookUp('K07')
  await expect(page.getByText('Eso no parece un folio')).toBeVisible()
  await check()
  await person.button(/^Inicio/).click()
  await person.identify(monterrey)
  await requests(page).open()
  await check()
  await person.button('Nueva reclamación').click()
  await page.getByRole('combobox', { name: /^Tema/ }).click()
  await check()
  await page.getByRole('option', { name: 'Fuga' }).click()
  await check()
  await requests(page).goOnFromEmergency()
  await person.button('Continuar').click()
  await check()
  await requests(page).write(high)
  await check()
  await person.button('Enviar').click()
  await expect(person.heading('Recibimos su solicitud')).toBeVisible()
  await check()
  const folio = await requests(page).folio()
  await person.finish()
  await requests(page).lookUp(folio)
  await expect(page.getByRole('heading', { level: 2, name: folio })).toBeVisible()
  await check()
})
