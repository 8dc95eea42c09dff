import type { CDPSession, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { counter, monterrey } from '../e2e/pages/counter.ts'
import { openBrowser } from '../fixtures/browser.ts'
import { startKiosk, type Kiosk } from '../fixtures/kiosk.ts'
import { judged, median, milliseconds, percentile, type BenchRow } from './row.ts'

const SAFE_SCREEN = '/fuera-de-servicio'

/** What a person feels at the screen: the real program and a real Chromium. */
export async function benchPage(): Promise<BenchRow[]> {
  const kiosk = await startKiosk()
  const context = await openBrowser({ hasTouch: true })
  try {
    const page = await context.newPage()
    await page.addInitScript(keepSocket)
    await page.goto(kiosk.url)
    const cdp = await context.newCDPSession(page)
    return [await firstPaint(page, kiosk), await roundTrip(page, kiosk), await touches(page, kiosk, cdp), await memory(page, kiosk, cdp)]
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

async function touches(page: Page, kiosk: Kiosk, cdp: CDPSession): Promise<BenchRow> {
  const samples: number[] = []
  // One load serves every visitor of the day. The first has loaded the screens; a kiosk that has just been switched on is not what is measured.
  await page.goto(kiosk.url)
  await visit(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  for (let round = 0; round < 10; round += 1) samples.push(...(await visit(page)))
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const measured = percentile(samples, 0.95)
  return judged({
    work: 'Touch to visible answer, CPU slowed 4 ×, p95',
    measured: milliseconds(measured),
    baseline: '100 ms allowed',
    ratio: measured / 100,
    budget: '≤ 1',
  })
}

/** A visit by touch alone; how long each touch took to show. */
async function visit(page: Page): Promise<number[]> {
  await counter(page).heading('Bienvenido').waitFor()
  const touch = (name: string, answer: string): Promise<number> => touchUntil(page, name, answer)
  const samples = [await touch('Consultar con mi factura', 'h1:has-text("Consultar con mi factura")')]
  for (const digit of monterrey.account) samples.push(await touch(digit, 'value'))
  await counter(page).invoice.tap()
  for (const key of monterrey.invoice.replaceAll(' ', '')) samples.push(await touch(key, 'value'))
  samples.push(await touch('Consultar', 'h1:has-text("Mi cuenta")'))
  samples.push(await touch('Mis facturas', 'h1:has-text("Mis facturas")'))
  samples.push(await touch('Volver', 'h1:has-text("Mi cuenta")'))
  samples.push(await touch('Terminar', 'h1:has-text("Bienvenido")'))
  return samples
}

/** Taps a control and answers the milliseconds from the touch until the page has painted its answer. */
async function touchUntil(page: Page, name: string, answer: string): Promise<number> {
  const exact = name.length === 1 || name === 'Consultar'
  const control = page.getByRole('button', { name, exact }).or(page.getByRole('link', { name })).first()
  const heading = /has-text\("(.+)"\)/.exec(answer)?.[1] ?? null
  const timing = page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const valueNow = (): string => [...document.querySelectorAll('input')].map((input) => input.value).join('|')
        const before = valueNow()
        const isAnswered = (): boolean =>
          wanted === null ? valueNow() !== before : (document.querySelector('h1')?.textContent ?? '').includes(wanted)
        // A frame that begins with the answer in the page paints it; the next task comes after that.
        const watch = (start: number): void =>
          void requestAnimationFrame(() => (isAnswered() ? setTimeout(() => resolve(performance.now() - start)) : watch(start)))
        addEventListener('pointerdown', (event) => watch(event.timeStamp), { once: true, capture: true })
      }),
    heading,
  )
  await control.tap()
  return timing
}

async function memory(page: Page, kiosk: Kiosk, cdp: CDPSession): Promise<BenchRow> {
  const sizes: number[] = []
  await page.goto(kiosk.url)
  for (let session = 1; session <= 100; session += 1) {
    const person = counter(page)
    await person.identify(monterrey)
    await page.getByRole('link', { name: /^Mis facturas/ }).or(person.button(/^Mis facturas/)).click()
    await person.heading('Mis facturas').waitFor()
    await person.finish()
    if (session === 10 || session === 100) sizes.push(await memoryOf(kiosk, cdp))
  }
  const [early = Number.NaN, late = Number.NaN] = sizes
  return judged({
    work: 'Memory after 100 sessions (program and page)',
    measured: `${late.toFixed(0)} MB`,
    baseline: `${early.toFixed(0)} MB after the 10th`,
    ratio: late / early,
    budget: '≤ 1.05',
  })
}

/** Megabytes: what the program holds resident, and the page's heap after a collection. */
async function memoryOf(kiosk: Kiosk, cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${kiosk.process.pid}/status`, 'utf8'))?.[1]
  return usedSize / 2 ** 20 + Number(resident) / 1024
}

if (import.meta.main) console.table(await benchPage())
