import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { readAllowed, readOptions } from '../electron/options.ts'
import { startSandbox, type Sandbox } from '../electron/sandbox/server.ts'
import { openBrowser } from '../tests/fixtures/shell/browser.ts'
import { chooseAids } from '../tests/e2e/pages/aids.ts'
import { tellYesterdaysTopic } from '../tests/e2e/pages/desks.ts'
import { startPrinter } from '../tests/fixtures/printing/ippeveprinter.ts'
import { lastingPort } from '../tests/fixtures/port.ts'
import { startKiosk, temporaryFolder } from '../tests/fixtures/shell/startKiosk.ts'
import { startTicketPrinter } from '../tests/fixtures/printing/startTicketPrinter.ts'
import ensureBuilt from './ensureBuilt.ts'
import { contactScreens } from './screens/contactWalk.ts'
import { contractScreens } from './screens/contractsWalk.ts'
import { offlineRequestScreens, requestScreens } from './screens/requestsWalk.ts'
import { officeScreens } from './screens/officeWalk.ts'
import { payScreens } from './screens/payWalk.ts'
import { readingScreens } from './screens/readingWalk.ts'
import { staffScreens } from './screens/staffWalk.ts'
import { standbyScreens } from './screens/standbyWalk.ts'
import { deliveryScreens } from './screens/deliveryWalk.ts'
import { supplyScreens } from './screens/supplyWalk.ts'
import { accountScreens, idleScreen, offlineScreens, paperScreens, publicScreens, type Shoot } from './screens/walk.ts'

/** Each by a kiosk of its own. */
const parts = { customers: shootOnline, staff: shootStaff, offline: shootOffline, standby: shootStandby }
type Part = keyof typeof parts
const partNames = Object.keys(parts) as [Part, ...Part[]]

const usage = `Usage: npm run screens -- [--accessible] [--part PART] [--folder DIR]
Takes the pictures in docs/screens.
  --accessible    as *Modo accesible* shows them, in both contrasts
  --part PART     only these: ${partNames.join(', ')}
  --folder DIR    takes them into DIR, with all their colours`

const config = { options: { accessible: { type: 'boolean', default: false }, part: { type: 'string' }, folder: { type: 'string' } } } as const
const wanted = z.enum(partNames, `must be one of ${partNames.join(', ')}`).optional()
const options = readOptions(usage, config, ({ values }) => ({ ...values, part: readAllowed('--part', wanted, values.part) }))
const FOLDER = options.folder ?? join(import.meta.dirname, '../docs/screens', options.accessible ? 'accesible' : '')
const SIZES = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
]

/** What the visitor has chosen, and what the names of the pictures end with. Dark differs in its colours alone: one size shows it. */
const LOOKS = options.accessible
  ? ([
      { ending: '-claro', aids: { letters: 'double', contrast: 'light', lower: true, slower: true }, sizes: SIZES },
      { ending: '-oscuro', aids: { letters: 'double', contrast: 'dark', lower: true, slower: true }, sizes: SIZES.slice(0, 1) },
    ] as const)
  : ([{ ending: '', aids: {}, sizes: SIZES }] as const)

/** Takes the state that the page is in at every size, as `docs/screens/NAME-WIDTHxHEIGHT.png`. */
const shooter =
  (page: Page): Shoot =>
  async (name) => {
    for (const { ending, aids, sizes } of LOOKS) {
      await chooseAids(page, aids)
      for (const size of sizes) await take(page, size, `${name}-${size.width}x${size.height}${ending}.png`)
    }
    // The walk goes on as it would without: *Más tiempo* would keep the end of the visit from it.
    await chooseAids(page, { letters: 'normal', contrast: 'normal', lower: false, slower: false })
    process.stdout.write(`${name}\n`)
  }

async function take(page: Page, size: (typeof SIZES)[number], file: string): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await document.fonts.ready
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    // What follows the size of a place is drawn a frame or two later.
    for (let frames = 0; frames < 3; frames += 1) await frame()
  })
  const path = join(FOLDER, file)
  await page.screenshot({ path })
  if (!options.folder) shrink(path)
}

/** Where ImageMagick is, it brings the picture down to a palette: a quarter of the bytes, and nobody sees it. */
function shrink(path: string): void {
  spawnSync('convert', [path, '-strip', '-dither', 'None', '-colors', '128', `PNG8:${path}`])
}

async function withPage(url: string, walk: (page: Page, shoot: Shoot) => Promise<void>): Promise<void> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(120_000)
    await page.goto(url)
    await walk(page, shooter(page))
  } finally {
    await browser.close()
  }
}

/** The real program with its sample data, a real printer, one for tickets that stands in for its like, and a folder to save in. */
async function shootOnline(): Promise<void> {
  const printer = await startPrinter()
  const tickets = await startTicketPrinter()
  const dataDir = temporaryFolder()
  writeFileSync(join(dataDir, 'ventanilla.json'), JSON.stringify({ phone: { address: '127.0.0.1', port: await lastingPort(), network: 'Sucursal Centro' } }))
  const exportDir = join(dataDir, 'Mostrador')
  mkdirSync(exportDir)
  const env = {
    VENTANILLA_DOCUMENT_PRINTER: printer.uri,
    VENTANILLA_TICKET_PRINTER: tickets.address,
    VENTANILLA_EXPORT_DIR: exportDir,
  }
  const kiosk = await startKiosk({ dataDir, env })
  try {
    await withPage(kiosk.url, async (page, shoot) => {
      await publicScreens(page, shoot)
      await contactScreens(page, shoot)
      await officeScreens(page, shoot)
      await contractScreens(page, shoot)
      await requestScreens(page, shoot)
      await readingScreens(page, shoot)
      await supplyScreens(page, shoot)
      await deliveryScreens(page, shoot)
      await accountScreens(page, shoot)
      await payScreens(page, shoot, tickets)
      await paperScreens(page, shoot, printer)
      await idleScreen(page, shoot)
    })
  } finally {
    await kiosk.dispose()
    await printer.stop()
    await tickets.stop()
  }
}

const accessTo = ({ url, clientId, clientSecret }: Sandbox) => ({
  VENTANILLA_API_URL: url,
  VENTANILLA_CLIENT_ID: clientId,
  VENTANILLA_CLIENT_SECRET: clientSecret,
})

/** A utility that refuses what is filed by a topic of yesterday, and a printer that never tells what came out. */
async function shootStaff(): Promise<void> {
  const utility = await startSandbox({ port: 0 })
  tellYesterdaysTopic(utility)
  const printer = await startPrinter()
  const kiosk = await startKiosk({ env: { ...accessTo(utility), VENTANILLA_DOCUMENT_PRINTER: printer.uri } })
  try {
    await withPage(kiosk.url, (page, shoot) => staffScreens(page, shoot, printer))
  } finally {
    await kiosk.dispose()
    await printer.stop()
    await utility.close()
  }
}

/** The utility goes away once everything is loaded. */
async function shootOffline(): Promise<void> {
  const utility = await startSandbox({ port: 0 })
  const kiosk = await startKiosk({ env: accessTo(utility) })
  try {
    await withPage(kiosk.url, async (page, shoot) => {
      await offlineScreens(page, shoot, () => utility.close())
      await offlineRequestScreens(page, shoot)
    })
  } finally {
    await kiosk.dispose()
  }
}

/** Started while the utility is away. */
async function shootStandby(): Promise<void> {
  const utility = await startSandbox({ port: 0 })
  utility.faults.set('down')
  const kiosk = await startKiosk({ env: accessTo(utility), args: ['--diagnostics'] })
  try {
    await withPage(kiosk.url, (page, shoot) => standbyScreens(page, shoot, utility))
  } finally {
    await kiosk.dispose()
    await utility.close()
  }
}

ensureBuilt()
mkdirSync(FOLDER, { recursive: true })
for (const part of options.part ? [options.part] : partNames) await parts[part]()
