import { startSandbox } from '../../electron/sandbox/server.ts'
import { startKiosk } from '../fixtures/kiosk.ts'
import { openBrowser } from '../fixtures/browser.ts'
import { openKiosk, expect, test, type Complaints } from './fixtures.ts'
import { counter, monterrey } from './pages/counter.ts'

/** A kiosk of the test's own, joined to a utility that the test controls. */
async function withUtility(
  use: (parts: { page: Awaited<ReturnType<typeof openKiosk>>; sandbox: Awaited<ReturnType<typeof startSandbox>> }) => Promise<void>,
  prepare: (sandbox: Awaited<ReturnType<typeof startSandbox>>) => void = () => undefined,
): Promise<void> {
  const sandbox = await startSandbox({ accounts: 30 })
  prepare(sandbox)
  const env = { VENTANILLA_API_URL: sandbox.url, VENTANILLA_CLIENT_ID: sandbox.clientId, VENTANILLA_CLIENT_SECRET: sandbox.clientSecret }
  const kiosk = await startKiosk({ env })
  const context = await openBrowser()
  const complaints: Complaints = []
  try {
    await use({ page: await openKiosk(context, kiosk.url, complaints), sandbox })
    expect(complaints).toEqual([])
  } finally {
    await context.close()
    await kiosk.dispose()
    await sandbox.close()
  }
}

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

  test('S04 markup in a synced name, notice or line is inert text on every screen and on paper', async () => {
    const attack = `<img src=x onerror="document.title='owned'"><b>negrita</b> {{7*7}}`
    await withUtility(async ({ page, sandbox }) => {
      const person = counter(page)
      sandbox.upsert('notice', { id: 'n-attack', title: attack, body: attack, validFrom: '2020-01-01', accountId: null })
      await expect(page.getByText('En línea').first()).toBeVisible({ timeout: 30_000 })
      // It comes by itself: the first screen stands for hours without a load.
      await person.button(/^Ver 1 aviso más/).click({ timeout: 45_000 })
      await expect(page.getByText('<b>negrita</b>', { exact: false }).first()).toBeVisible()
      expect(await page.locator('b:has-text("negrita")').count()).toBe(0)
      expect(await page.title()).not.toContain('owned')
      await page.getByRole('dialog').getByRole('button', { name: /^(Cerrar|Listo)/ }).first().click()
      await person.identify(monterrey)
    })
  })
})
