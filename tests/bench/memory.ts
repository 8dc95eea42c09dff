import type { CDPSession, Page } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import type { Kiosk } from '../fixtures/shell/startKiosk.ts'
import { judged, type BenchRow } from './row.ts'
import { walk } from './touches.ts'
import { visitors } from './visit.ts'

const VISITS = 100
/** Every screen was opened twice: what is kept from then on is kept for good. */
const EARLY = 2 * visitors.length

/** What one thing after another may leave behind. */
interface Held {
  /** Megabytes: resident size of the program. */
  resident: number
  /** Megabytes: the page's heap after a collection. */
  heap: number
  nodes: number
  listeners: number
  /** Files that the program has open. */
  files: number
  /** The program's own, besides itself. */
  processes: number
}

/** A hundred visits through all screens leave both halves of the program as they were. */
export async function memory(page: Page, kiosk: Kiosk, cdp: CDPSession): Promise<BenchRow[]> {
  await page.goto(kiosk.url)
  await cdp.send('Performance.enable')
  let early: Held | undefined
  for (let visit = 1; visit <= VISITS; visit += 1) {
    await walk(page, undefined, visitors[(visit - 1) % visitors.length])
    if (visit === EARLY) early = await heldBy(page, kiosk, cdp)
  }
  return compare(early!, await heldBy(page, kiosk, cdp))
}

async function heldBy(page: Page, kiosk: Kiosk, cdp: CDPSession): Promise<Held> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve))))
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN
  const proc = `/proc/${kiosk.process.pid}`
  const resident = Number(/VmRSS:\s+(\d+) kB/u.exec(readFileSync(`${proc}/status`, 'utf8'))?.[1]) / 1024
  return {
    resident,
    heap: metric('JSHeapUsedSize') / 2 ** 20,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    files: readdirSync(`${proc}/fd`).length,
    processes: readFileSync(`${proc}/task/${kiosk.process.pid}/children`, 'utf8').trim().split(/\s+/u).filter(Boolean).length,
  }
}

function compare(early: Held, late: Held): BenchRow[] {
  const row = (what: string, amount: (held: Held) => number, unit: string, budget: string): BenchRow =>
    judged({
      work: `After ${VISITS} visits over all screens: ${what}`,
      measured: `${amount(late).toFixed(0)}${unit}`,
      baseline: `${amount(early).toFixed(0)}${unit} after ${EARLY}`,
      // A kiosk without a process of its own has as many afterwards.
      ratio: (amount(late) + 1) / (amount(early) + 1),
      budget,
    })
  return [
    row('memory (program and page)', ({ resident, heap }) => resident + heap, ' MB', '≤ 1.05'),
    row('heap of the page', ({ heap }) => heap, ' MB', '≤ 1.05'),
    row('nodes of the page', ({ nodes }) => nodes, '', '≤ 1.05'),
    row('listeners of the page', ({ listeners }) => listeners, '', '≤ 1.05'),
    row('open files', ({ files }) => files, '', '≤ 1.05'),
    row('processes', ({ processes }) => processes, '', '≤ 1'),
  ]
}
