import { expect, test } from './fixtures.ts'
import { counter, monterrey } from './pages/counter.ts'
import { withUtility } from './withUtility.ts'

test.describe('the network', { tag: '@browser' }, () => {
  test('absent at the first start: the kiosk opens, says so, retries, and fills by itself', async () => {
    await withUtility(
      async ({ page, sandbox }) => {
        const person = counter(page)
        await expect(person.heading('Bienvenido')).toBeVisible()
        await expect(page.getByText('Sin conexión').first()).toBeVisible()
        await expect(page.getByText('Estamos preparando los datos').first()).toBeVisible()
        sandbox.faults.set(null)
        await expect(page.getByText('En línea').first()).toBeVisible({ timeout: 40_000 })
        await person.identify(monterrey)
      },
      (sandbox) => sandbox.faults.set('down'),
    )
  })

  test('gone later: what was synced stays usable, and the screen says how old it is', async () => {
    await withUtility(async ({ page, sandbox }) => {
      const person = counter(page)
      await expect(page.getByText('En línea').first()).toBeVisible({ timeout: 30_000 })
      await person.identify(monterrey)
      sandbox.faults.set('down')
      await expect(page.getByText('Sin conexión').first()).toBeVisible({ timeout: 45_000 })
      await expect(page.getByText(/Datos al/).first()).toBeVisible()
      await person.button(/^Imprimir duplicado/).first().click()
      await expect(page.getByText(/^Listo/)).toBeVisible({ timeout: 20_000 })
    })
  })
})
