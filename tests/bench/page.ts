import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { counter } from '../e2e/pages/counterPage.ts'
import { lastingPort } from '../fixtures/port.ts'
import { openBrowser } from '../fixtures/shell/browser.ts'
import { startKiosk, temporaryFolder, type Kiosk } from '../fixtures/shell/startKiosk.ts'
import { memory } from './memory.ts'
import { judged, median, milliseconds, type BenchRow } from './row.ts'
import { touches } from './touches.ts'

const SAFE_SCREEN = '/fuera-de-servicio'

/** A data directory whose settings offer *Llevar en el teléfono*, and paper for a hundred visitors. */
export async function folderWithPhone(): Promise<string> {
  const dataDir = temporaryFolder()
  writeFileSync(join(dataDir, 'ventanilla.json'), JSON.stringify({ phone: { address: '127.0.0.1', port: await lastingPort() }, sheetsPerAccountAndDay: 1_000 }))
  return dataDir
}

/** What a person feels at the screen: the real program and a real Chromium. */
export async function benchPage(): Promise<BenchRow[]> {
  const kiosk = await startKiosk({ dataDir: await folderWithPhone() })
  const context = await openBrowser({ hasTouch: true })
  try {
    const page = await context.newPage()
    await page.addInitScript(keepSocket)
    await page.goto(kiosk.url)
    const cdp = await context.newCDPSession(page)
    return [await firstPaint(page, kiosk), await roundTrip(page, kiosk), ...(await touches(page, kiosk, cdp)), ...(await memory(page, kiosk, cdp))]
  } finally {
    await context.close()
    await kiosk.dispose()
  }
}

async function firstPaint(page: Page, kiosk: Kiosk): Promise<BenchRow> {
  const ours: number[] = []
  const empty: number[] = []
  for (let round = 0; round < 15; round += 1) {
    empty.push(await paintOf(page, new URL(SAFE_SCREEN, kiosk.url).href))
    ours.push(await paintOf(page, kiosk.url))
  }
  return judged({
    work: 'Welcome screen, first contentful paint',
    measured: milliseconds(median(ours)),
    baseline: `${milliseconds(median(empty))}, an all but empty page of the same host`,
    ratio: median(ours) / median(empty),
    budget: '≤ 1.7',
  })
}

async function paintOf(page: Page, url: string): Promise<number> {
  await page.goto(url)
  const entry = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime)
  return (await entry.jsonValue()) ?? Number.NaN
}

/** Keeps the page's own socket within reach, so that a call takes the same way as the page's. */
function keepSocket(): void {
  const Native = window.WebSocket
  window.WebSocket = class extends Native {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      Object.assign(window, { benchSocket: this })
    }
  }
}

async function roundTrip(page: Page, kiosk: Kiosk): Promise<BenchRow> {
  await page.goto(kiosk.url)
  await counter(page).heading('Bienvenido').waitFor()
  const samples = await page.evaluate(async () => {
    const { benchSocket: socket } = window as unknown as { benchSocket: WebSocket }
    const call = (id: number) =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        const listen = (event: MessageEvent<string>) => {
          if ((JSON.parse(event.data) as { id?: number }).id !== id) return
          socket.removeEventListener('message', listen)
          resolve(performance.now() - start)
        }
        socket.addEventListener('message', listen)
        socket.send(JSON.stringify({ id, channel: 'kiosk.status', request: {} }))
      })
    const taken: number[] = []
    for (let index = 0; index < 500; index += 1) taken.push(await call(1_000_000 + index))
    return taken
  })
  const measured = median(samples)
  return judged({ work: 'Call from the page to main and back', measured: milliseconds(measured), baseline: '3 ms allowed', ratio: measured / 3, budget: '≤ 1' })
}

if (import.meta.main) console.table(await benchPage())
