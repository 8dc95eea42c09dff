import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from '../fixtures/browser.ts'
import { startPrinter, type TestPrinter } from '../fixtures/ippeveprinter.ts'
import { startKiosk, temporaryFolder, type Kiosk } from '../fixtures/kiosk.ts'

/** What the page complained about: errors on the console, uncaught exceptions, violations of the content security policy. */
export type Complaints = string[]

interface WorkerParts {
  printer: TestPrinter
  kiosk: Kiosk
  browser1: BrowserContext
}

interface TestParts {
  complaints: Complaints
  page: Page
}

/** Opens the kiosk's page and listens for complaints from the first moment. */
export async function openKiosk(context: BrowserContext, url: string, complaints: Complaints): Promise<Page> {
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`))
  })
  await page.goto(url)
  return page
}

/**
 * One kiosk with sample data, a real printer and a browser for all tests of a worker; each test is a fresh load, which is a new visitor.
 * A test fails when its page complained.
 */
export const test = base.extend<TestParts, WorkerParts>({
  printer: [
    async ({}, use) => {
      const printer = await startPrinter()
      await use(printer)
      await printer.stop()
    },
    { scope: 'worker' },
  ],
  kiosk: [
    async ({ printer }, use) => {
      const dataDir = temporaryFolder()
      const exportDir = join(dataDir, 'guardados')
      mkdirSync(exportDir)
      const kiosk = await startKiosk({ dataDir, env: { VENTANILLA_DOCUMENT_PRINTER: printer.uri, VENTANILLA_EXPORT_DIR: exportDir } })
      await use(kiosk)
      await kiosk.dispose()
    },
    { scope: 'worker' },
  ],
  browser1: [
    async ({}, use) => {
      const context = await openBrowser()
      await use(context)
      await context.close()
    },
    { scope: 'worker' },
  ],
  complaints: async ({ kiosk }, use) => {
    const complaints: Complaints = []
    await use(complaints)
    expect(complaints, `the page complained; the kiosk's log:\n${kiosk.log().slice(-4000)}`).toEqual([])
  },
  page: async ({ browser1, kiosk, complaints }, use) => {
    const page = await openKiosk(browser1, kiosk.url, complaints)
    await use(page)
    await page.close()
  },
})

export { expect }
