import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openForReading } from '../../electron/cache/openDatabase.ts'
import { readFeedState } from '../../electron/cache/queries/feed.ts'
import type { ShellOption } from '../../playwright.config.ts'
import { openProfile } from '../fixtures/shell/browser.ts'
import { hasElectron, startElectronKiosk } from '../fixtures/shell/electronKiosk.ts'
import { startFolderPrinter } from '../fixtures/printing/folderPrinter.ts'
import { startPrinter, type TestPrinter } from '../fixtures/printing/ippeveprinter.ts'
import { startKiosk, temporaryFolder, type Kiosk } from '../fixtures/shell/startKiosk.ts'

/** What the page complained about: errors on the console, uncaught exceptions, violations of the content security policy. */
export type Complaints = string[]

interface WorkerParts extends ShellOption {
  printer: TestPrinter
  kiosk: Kiosk & { context?: BrowserContext }
  browser1: BrowserContext
  tab: { page: Page; complaints: Complaints }
}

interface TestParts {
  /** The test goes back as far as the browser goes: a page without the history of other tests. */
  newTab: boolean
  shellIsHere: void
  complaints: Complaints
  page: Page
}

/** On a machine that does much else; a worker's browser, of which this is a part, may take as long again. */
const FIRST_LOAD = 240_000

/** So much that all tests of a worker may print for one account; those of a visit stand as they are. */
const SHEETS_PER_DAY = 1_000

/** Until the first load is complete the kiosk judges nothing that is typed. */
function isLoaded(dataDir: string): boolean {
  const db = openForReading(join(dataDir, 'ventanilla.db'))
  try {
    return readFeedState(db).complete
  } finally {
    db.close()
  }
}

/** Opens the kiosk's page and listens for complaints from the first moment. */
export async function openKiosk(context: BrowserContext, url: string, complaints: Complaints): Promise<Page> {
  const page = await context.newPage()
  await listen(page, complaints)
  await page.goto(url)
  return page
}

const windowOf = async (context: BrowserContext): Promise<Page> => context.pages()[0] ?? (await context.waitForEvent('page'))

async function listen(page: Page, complaints: Complaints): Promise<void> {
  page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`))
  })
}

/**
 * One kiosk with sample data, a real printer and a browser for all tests of a worker; each test is a fresh load, which is a new visitor.
 * A test fails when its page complained.
 */
export const test = base.extend<TestParts, WorkerParts>({
  shell: ['browser', { option: true, scope: 'worker' }],
  shellIsHere: [
    async ({ shell }, use, testInfo) => {
      testInfo.skip(shell === 'electron' && !hasElectron(), "Electron's binary is not here")
      await use()
    },
    { auto: true },
  ],
  printer: [
    async ({}, use) => {
      const printer = process.platform === 'linux' ? await startPrinter() : startFolderPrinter()
      await use(printer)
      await printer.stop()
    },
    { scope: 'worker' },
  ],
  kiosk: [
    async ({ shell, printer }, use) => {
      const dataDir = temporaryFolder()
      const exportDir = join(dataDir, 'guardados')
      mkdirSync(exportDir)
      writeFileSync(join(dataDir, 'ventanilla.json'), JSON.stringify({ sheetsPerAccountAndDay: SHEETS_PER_DAY, scanner: true }))
      const env = { VENTANILLA_DOCUMENT_PRINTER: printer.uri, VENTANILLA_EXPORT_DIR: exportDir }
      const kiosk = await (shell === 'electron' ? startElectronKiosk({ dataDir, env }) : startKiosk({ dataDir, env }))
      await use(kiosk)
      await kiosk.dispose()
    },
    { scope: 'worker' },
  ],
  browser1: [
    async ({ kiosk }, use) => {
      const context = kiosk.context ?? (await openProfile())
      // The address lets nobody in after a minute, and the first load may take longer.
      if (!kiosk.context) await (await openKiosk(context, kiosk.url, [])).close()
      await expect.poll(() => isLoaded(kiosk.dataDir), { timeout: FIRST_LOAD }).toBe(true)
      await use(context)
      await context.close()
    },
    { scope: 'worker', timeout: 2 * FIRST_LOAD },
  ],
  tab: [
    async ({ shell, browser1 }, use) => {
      const complaints: Complaints = []
      const page = await (shell === 'electron' ? windowOf(browser1) : browser1.newPage())
      await listen(page, complaints)
      await use({ page, complaints })
      await page.close()
    },
    { scope: 'worker' },
  ],
  complaints: async ({ kiosk, tab: { complaints } }, use) => {
    complaints.length = 0
    await use(complaints)
    expect(complaints, `the page complained; the kiosk's log:\n${kiosk.log().slice(-4000)}`).toEqual([])
  },
  newTab: [false, { option: true }],
  page: async ({ shell, kiosk, browser1, tab, newTab, complaints }, use) => {
    const { page } = tab
    if (newTab && shell === 'browser') {
      // One page alone is the kiosk's.
      await page.goto('about:blank')
      const own = await openKiosk(browser1, kiosk.url, complaints)
      await use(own)
      await own.close()
      return
    }
    // Loaded anew, which costs less than half of what another page costs.
    await page.setViewportSize({ width: 1080, height: 1920 })
    await (shell === 'electron' ? page.reload() : page.goto(kiosk.url))
    await use(page)
  },
})

export { expect }
