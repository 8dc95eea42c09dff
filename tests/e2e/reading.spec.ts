import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { expectSound, sizes } from './pages/checks.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'
import { readings } from './pages/readings.ts'
import { requests } from './pages/requests.ts'
import { statement } from './pages/statement.ts'
import { withUtility } from './withUtility.ts'

const portrait = { width: 1080, height: 1920 }
const landscape = { width: 1366, height: 768 }

test('a reading is brought with the keyboard on the screen, its folio is kept, and the feed brings it back', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox }) => {
    await page.setViewportSize(portrait)
    const person = counter(page)
    const bringing = readings(page)
    await person.identify(monterrey)
    await statement(page).openConsumption()
    await person.button('Aportar lectura').click()
    await expect(page.getByText(/^Puede aportar su lectura del \d/)).toBeVisible()
    await expectSound(page)
    const value = (await bringing.last()) + 20

    await bringing.field.click()
    for (const name of String(value)) await page.getByRole('group', { name: 'Teclado en pantalla' }).getByRole('button', { name, exact: true }).click()
    await expect(bringing.meter).toHaveAccessibleName(`Así se vería en su medidor: ${[...String(value).padStart(5, '0')].join(' ')}`)
    await person.button('Enviar lectura').click()
    await expect(person.heading('Recibimos su solicitud')).toBeVisible()
    await expect(page.getByText('Lectura del medidor')).toBeVisible()
    const folio = await requests(page).folio()
    await expect.poll(() => sandbox.commands().length).toBe(1)

    // The way back passes over the form, and there is no second reading today.
    await person.button(/^Volver$/).click()
    await expect(person.heading('Mis consumos')).toBeVisible()
    await expect.poll(async () => (await statement(page).readings())[0]?.join(' ')).toContain(value.toLocaleString('es-MX'))
    await person.button('Aportar lectura').click()
    await expect(page.getByText('Ya aportó su lectura de hoy')).toBeVisible()
    await expect(page.getByText(folio)).toBeVisible()
    await expect(bringing.field).toHaveCount(0)
    await expectSound(page)
  })
})

test('without a network a reading counts with its date, stands among the readings with its folio, and is sent later', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox, kiosk }) => {
    await page.setViewportSize(landscape)
    const person = counter(page)
    const bringing = readings(page)
    await person.identify(monterrey)
    sandbox.faults.set('down')
    await expect(person.offline).toBeVisible()
    await bringing.open()
    await expectSound(page)
    const last = await bringing.last()

    // Far below the last one: said in words, and gone on with by a touch of its own.
    await bringing.send('12')
    await expect(bringing.doubt).toContainText('Es menos que la última lectura')
    await expectSound(page)
    await person.button('Corregir').click()
    await expect(bringing.field).toBeFocused()
    await expect(bringing.field).toHaveValue('12')
    await bringing.send(String(last + 9_000))
    await expect(bringing.doubt).toContainText('Serían 9,000 m³ desde el')
    await bringing.sendAnyway()
    await expect(person.heading('Recibimos su solicitud')).toBeVisible()
    await expect(page.getByText('La fecha que cuenta es la de hoy.')).toBeVisible()
    const folio = await requests(page).folio()
    await person.button('Imprimir comprobante').click()
    await expect(page.getByText(/^Listo/)).toBeVisible()
    expect(readdirSync(join(kiosk.dataDir, 'impresos')).filter((name) => name.endsWith('.pdf'))).toHaveLength(1)

    await person.button('Volver a mi cuenta').or(person.button('Ir a mi cuenta')).first().click()
    await statement(page).openConsumption()
    expect((await statement(page).readings())[0]?.join(' ')).toContain(`Folio ${folio}, en camino`)
    await expectSound(page)

    expect(sandbox.commands()).toEqual([])
    sandbox.faults.set(null)
    await expect.poll(() => sandbox.commands().map(({ command }) => command.localFolio), { timeout: 60_000 }).toEqual([folio])
  })
})

test('every mistake is said beside the field, and outside the window there are its days and no field', async ({ page }) => {
  const person = counter(page)
  const bringing = readings(page)
  await person.identify(monterrey)
  await bringing.open()
  for (const [typed, words] of [
    ['', 'Falta la lectura.'],
    ['mil', 'Escriba solo los números que marca su medidor.'],
    ['4209.5', 'los rojos de este medidor no cuentan'],
  ] as const) {
    await bringing.send(typed)
    await expect(page.getByText(words)).toBeVisible()
    await expect(bringing.field).toBeFocused()
    await expect(bringing.field).toHaveValue(typed)
  }
  await expectSound(page)
  await person.finish()
  await person.identify(nuevoLaredo)
  await bringing.open()
  await expect(page.getByText(/Puede aportar su lectura del .+ Vuelva a partir del/)).toBeVisible()
  await expect(bringing.field).toHaveCount(0)
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expectSound(page)
  }
})
