import { expect, test } from './fixtures.ts'
import { counter } from './pages/counterPage.ts'
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
