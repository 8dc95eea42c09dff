import type { Page } from '@playwright/test'
import { rmSync } from 'node:fs'
import { startSandbox, type Sandbox } from '../../electron/sandbox/server.ts'
import { openProfile } from '../fixtures/shell/browser.ts'
import { startKiosk, temporaryFolder, type Kiosk } from '../fixtures/shell/startKiosk.ts'
import { expect, openKiosk, test as base } from './fixtures.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { requests } from './pages/requests.ts'

const test = base.extend<{ sandbox: Sandbox; dataDir: string }>({
  sandbox: async ({}, use) => {
    const sandbox = await startSandbox({ accounts: 30 })
    await use(sandbox)
    await sandbox.close()
  },
  dataDir: async ({}, use) => {
    const dataDir = temporaryFolder()
    await use(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  },
})

/** The kiosk as it is switched on in the branch, again and again, on one data directory. */
async function switchOn(sandbox: Sandbox, dataDir: string, use: (page: Page, kiosk: Kiosk) => Promise<void>): Promise<void> {
  const env = { VENTANILLA_API_URL: sandbox.url, VENTANILLA_CLIENT_ID: sandbox.clientId, VENTANILLA_CLIENT_SECRET: sandbox.clientSecret }
  const kiosk = await startKiosk({ env, dataDir })
  const context = await openProfile()
  try {
    await use(await openKiosk(context, kiosk.url, []), kiosk)
  } finally {
    await context.close()
    await kiosk.stop()
  }
}

test.describe('a claim filed in an outage', { tag: '@browser' }, () => {
  test('survives the end of the program, and reaches the utility once, with the time at which it was filed', async ({ sandbox, dataDir }) => {
    let folio = ''
    const filed = { after: 0, before: 0 }

    await switchOn(sandbox, dataDir, async (page, kiosk) => {
      await counter(page).identify(monterrey)
      sandbox.faults.set('down')
      await expect(counter(page).offline).toBeVisible()
      filed.after = Date.now()
      await requests(page).fileClaim({ topic: 'Cobro indebido', text: 'Me cobraron dos veces.', invoice: monterrey.invoice })
      folio = await requests(page).folio()
      filed.before = Date.now()
      await kiosk.stop('SIGKILL')
    })
    expect(folio).toMatch(/^[A-Z0-9]{2,6}-\d{8}-\d{5}$/)
    expect(sandbox.commands()).toEqual([])

    await switchOn(sandbox, dataDir, async (page) => {
      await counter(page).identify(monterrey)
      await requests(page).open()
      const row = requests(page).row(folio)
      await expect(row).toContainText('Guardada en este kiosco')
      sandbox.faults.set(null)
      await expect.poll(() => sandbox.commands().length).toBe(1)
      await expect(row).toContainText(sandbox.commands()[0]?.receipt.folio ?? 'no receipt')
      await expect(row).not.toContainText('Guardada en este kiosco')
      await expect(page.getByText(folio)).toHaveCount(1)
    })
    const [received, ...others] = sandbox.commands()
    expect(others).toEqual([])
    expect(received?.command).toMatchObject({ kind: 'claim', localFolio: folio, actor: { kind: 'invoiceHolder' }, payload: { text: 'Me cobraron dos veces.' } })
    const capturedAt = Date.parse(received?.command.capturedAt ?? '')
    expect(capturedAt).toBeGreaterThanOrEqual(filed.after)
    expect(capturedAt).toBeLessThanOrEqual(filed.before)
  })
})
