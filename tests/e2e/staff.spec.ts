import { expect, test } from './fixtures.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { requests } from './pages/requests.ts'
import { withUtility } from './withUtility.ts'

test('the page for staff is shut to whoever is not signed in, without --diagnostics', async ({ page }) => {
  const person = counter(page)
  await expect(person.heading('Bienvenido')).toBeVisible()
  await page.getByRole('link', { name: /^Personal/ }).click()
  await expect(person.heading('Personal')).toBeVisible()
  await expect(page.getByText('Estado del equipo')).toHaveCount(0)
  await page.goto(`${new URL(page.url()).origin}/#/personal/estado`)
  await expect(person.heading('Bienvenido')).toBeVisible()
  await expect(page).toHaveURL(/#\/$/)
})

test.describe('the page for staff', { tag: '@browser' }, () => {
  test('says that all is in order, then what is not, without a touch', async () => {
    await withUtility(
      async ({ page, sandbox }) => {
        const person = counter(page)
        await expect(counter(page).online).toBeVisible()
        await page.getByRole('link', { name: /^Personal/ }).click()
        await expect(person.heading('Estado del equipo')).toBeVisible()
        await expect(page.getByRole('heading', { name: 'Todo en orden' })).toBeVisible()
        await expect(page.getByText('K07', { exact: true })).toBeVisible()

        sandbox.append({ entity: 'invoice', op: 'upsert', id: 'factura-rota', rev: 999, data: { id: 'factura-rota' } })
        const row = page.getByRole('row').filter({ hasText: 'factura-rota' })
        await expect(row).toBeVisible()
        await expect(row).toContainText('invoice')
        await expect(page.getByText('Se apartó 1 cambio que llegó mal')).toBeVisible()

        sandbox.faults.set('down')
        await expect(page.getByText('Sin conexión con la empresa')).toBeVisible()
      },
      undefined,
      ['--diagnostics'],
    )
  })

  test('shows what the utility refused, with its reason and what the customer wrote', async () => {
    await withUtility(
      async ({ page, sandbox }) => {
        const person = counter(page)
        await person.identify(monterrey)
        await page.getByRole('link', { name: /^Preguntas y reclamaciones/ }).click()
        await person
          .button(/^Nueva pregunta/)
          .or(page.getByRole('link', { name: /^Nueva pregunta/ }))
          .click()
        await page.getByRole('combobox', { name: /^Tema/ }).click()
        await page.getByRole('option', { name: /^Tema de ayer/ }).click()
        await page.getByRole('textbox', { name: /^Descripción/ }).fill('¿Por qué subió <b>tanto</b>?')
        await person.button(/^Continuar/).click()
        await person.button(/^Enviar/).click()
        await expect(person.heading('Recibimos su solicitud')).toBeVisible()
        const folio = await requests(page).folio()
        await person.finish()

        await page.getByRole('link', { name: /^Personal/ }).click()
        const row = page.getByRole('row').filter({ hasText: folio })
        await expect(row).toContainText('El tema no existe')
        await expect(row).toContainText('Pregunta')
        await expect(page.getByText('La empresa no aceptó 1 solicitud')).toBeVisible()
        await person.button(`Ver texto ${folio}`).click()
        await expect(page.getByText('¿Por qué subió <b>tanto</b>?')).toBeVisible()
        expect(sandbox.commands()).toEqual([])
      },
      (sandbox) => sandbox.upsert('topic', { id: 'tema-de-ayer', kind: 'question', name: 'Tema de ayer' }),
      ['--diagnostics'],
    )
  })

  test('the owner takes the kiosk out of service and puts it back; staff still get in', async () => {
    await withUtility(
      async ({ page, sandbox }) => {
        const person = counter(page)
        await expect(person.heading('Kiosco fuera de servicio')).toBeVisible()
        await expect(page.getByText('Pase al mostrador')).toBeVisible()
        await expect(page.getByRole('link', { name: /^Consultar/ })).toHaveCount(0)
        await page.getByRole('link', { name: /^Personal/ }).click()
        await expect(page.getByText('El kiosco está fuera de servicio')).toBeVisible()
        await person.button(/^Inicio/).click()
        await expect(person.heading('Kiosco fuera de servicio')).toBeVisible()

        // Coming online again is what makes a kiosk report at once.
        sandbox.faults.set('down')
        await expect(counter(page).offline).toBeVisible()
        sandbox.direct('backInService')
        sandbox.faults.set(null)
        await expect(person.heading('Bienvenido')).toBeVisible()
      },
      (sandbox) => sandbox.direct('outOfService'),
      ['--diagnostics'],
    )
  })
})
