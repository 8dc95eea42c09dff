import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../../electron/config.ts'
import { systemClock } from '../../electron/clock.ts'
import type { Contract } from '../../electron/sandbox/contract.ts'
import { startSandbox, type Sandbox } from '../../electron/sandbox/server.ts'
import { lastingPort } from '../fixtures/port.ts'
import { openProfile } from '../fixtures/shell/browser.ts'
import { moveClock } from '../fixtures/shell/otherTime.ts'
import { startKiosk, temporaryFolder, type Kiosk } from '../fixtures/shell/startKiosk.ts'
import { expect, openKiosk, type Complaints } from './fixtures.ts'

interface Joined {
  page: Page
  sandbox: Sandbox
  kiosk: Kiosk
}

const OTHER_TIME = join(import.meta.dirname, '../fixtures/shell/otherTime.ts')

/**
 * A kiosk of the test's own, with a scanner and documents for phones, joined to a utility that the test controls; it prints into its data directory. `args` are its flags, `settings` more of its environment;
 * `begins` is when the test begins for all of them, if that is not now; `contract`, what the utility offers; `mode`, whose screens come first.
 */
export async function withUtility(
  use: (joined: Joined) => Promise<void>,
  prepare: (sandbox: Sandbox) => void = () => undefined,
  args: string[] = [],
  settings: Record<string, string> = {},
  { begins, contract = '1.1', mode = 'kiosk' }: { begins?: string; contract?: Contract; mode?: Settings['mode'] } = {},
): Promise<void> {
  const away = begins === undefined ? 0 : Date.parse(begins) - systemClock.now()
  const sandbox = await startSandbox({ accounts: 30, contract, clock: { ...systemClock, now: () => systemClock.now() + away } })
  prepare(sandbox)
  const access = { VENTANILLA_API_URL: sandbox.url, VENTANILLA_CLIENT_ID: sandbox.clientId, VENTANILLA_CLIENT_SECRET: sandbox.clientSecret }
  const dataDir = temporaryFolder()
  writeFileSync(
    join(dataDir, 'ventanilla.json'),
    JSON.stringify({ mode, scanner: true, phone: { address: '127.0.0.1', port: await lastingPort(), network: 'Sucursal Centro' } }),
  )
  const kiosk = await startKiosk({ dataDir, env: { ...access, ...settings, ...clockSettings(away) }, args })
  const context = await openProfile()
  if (away !== 0) await context.addInitScript(moveClock, away)
  const complaints: Complaints = []
  try {
    await use({ page: await openKiosk(context, kiosk.url, complaints), sandbox, kiosk })
    expect(complaints).toEqual([])
  } finally {
    await context.close()
    await kiosk.dispose()
    await sandbox.close()
  }
}

const clockSettings = (away: number): Record<string, string> => (away === 0 ? {} : { OTHER_TIME: String(away), NODE_OPTIONS: `--import=${OTHER_TIME}` })
