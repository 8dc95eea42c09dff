import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { counter } from '../e2e/pages/counterPage.ts'
import { credentials } from '../fakes/utility.ts'
import { openBrowser } from '../fixtures/shell/browser.ts'
import { withoutOwnSettings } from '../fixtures/shell/startKiosk.ts'
import { invoicesOnly, writePages } from './feedPages.ts'
import { withPageServer } from './pageServerProcess.ts'
import { judged, median, milliseconds, printRows, startedAlone, type BenchRow } from './row.ts'
import { measureSync } from './sync.ts'

const INVOICES = 1_000_000
const RUNS = 5
const START = join(import.meta.dirname, '..', '..', 'scripts', 'start.ts')
const IDLE_SECONDS = 60
/** Of the kernel's clock, by which it counts the time of processes. */
const TICKS_PER_SECOND = 100

/** A kiosk in its branch, without the sandbox: how soon it is ready, what it holds in memory, what it costs while nobody is there. */
export async function benchInstalled(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-installed-'))
  try {
    return await withPageServer(writeFeed(folder), async (baseUrl) => {
      const [full, empty] = [join(folder, 'full'), join(folder, 'empty')]
      await load(full, baseUrl)
      return [await startTimes(full, empty, baseUrl), ...(await atRest(full, baseUrl))]
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function writeFeed(folder: string): string {
  const pages = join(folder, 'pages')
  writePages(pages, invoicesOnly(INVOICES), 10_000)
  return pages
}

/** By the program's own sync, so that the cache is the one that it would have. */
async function load(dataDir: string, baseUrl: string): Promise<void> {
  const first = await start(dataDir, baseUrl)
  await stop(first.child)
  const accounts = Math.ceil(INVOICES / 37)
  await measureSync({ databaseFile: join(dataDir, 'ventanilla.db'), baseUrl, changes: INVOICES + accounts })
}

interface Started {
  child: ChildProcess
  url: string
  /** Milliseconds to the ready line. */
  took: number
}

/** `npm start -- --shell none`, without npm's own time. */
async function start(dataDir: string, baseUrl: string): Promise<Started> {
  const env = {
    ...withoutOwnSettings(process.env),
    VENTANILLA_API_URL: baseUrl,
    VENTANILLA_CLIENT_ID: credentials.clientId,
    VENTANILLA_CLIENT_SECRET: credentials.clientSecret,
  }
  const began = performance.now()
  const child = spawn(process.execPath, [START, '--shell', 'none', '--data-dir', dataDir], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, url: (JSON.parse(line) as { url: string }).url, took: performance.now() - began }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

async function startTimes(full: string, empty: string, baseUrl: string): Promise<BenchRow> {
  const times = { full: [] as number[], empty: [] as number[] }
  for (let run = 0; run < RUNS; run += 1) {
    rmSync(empty, { recursive: true, force: true })
    for (const [name, dataDir] of [
      ['empty', empty],
      ['full', full],
    ] as const) {
      const { child, took } = await start(dataDir, baseUrl)
      times[name].push(took)
      await stop(child)
    }
  }
  return judged({
    work: 'Start to the ready line, 1,000,000 invoices in the cache',
    measured: milliseconds(median(times.full)),
    baseline: `${milliseconds(median(times.empty))}, an empty cache`,
    ratio: median(times.full) / median(times.empty),
    budget: '≤ 1.5',
  })
}

/** The welcome screen with nobody before it. */
async function atRest(dataDir: string, baseUrl: string): Promise<BenchRow[]> {
  const { child, url } = await start(dataDir, baseUrl)
  const others = new Set(renderers())
  const context = await openBrowser()
  try {
    const page = await context.newPage()
    await page.goto(url)
    await counter(page).heading('Bienvenido').waitFor()
    const program = child.pid ?? 0
    const used = (): [program: number, page: number] => [
      processorSeconds(program),
      sum(
        renderers()
          .filter((pid) => !others.has(pid))
          .map(processorSeconds),
      ),
    ]
    // What a start costs is over.
    await delay(10_000)
    const before = used()
    await delay(IDLE_SECONDS * 1000)
    const [ofProgram, ofPage] = used().map((seconds, index) => ((seconds - (before[index] ?? 0)) / IDLE_SECONDS) * 100)
    return [memory(residentMegabytes(program)), idle('program', ofProgram ?? Number.NaN), idle('page', ofPage ?? Number.NaN)]
  } finally {
    await context.close()
    await stop(child)
  }
}

const memory = (megabytes: number): BenchRow =>
  judged({
    work: 'Resident memory of the program with 1,000,000 invoices, without the sandbox',
    measured: `${megabytes.toFixed(0)} MB`,
    baseline: '300 MB allowed',
    ratio: megabytes / 300,
    budget: '≤ 1',
  })

const idle = (who: string, percent: number): BenchRow =>
  judged({
    work: `Idle welcome screen, a minute of CPU: ${who}`,
    measured: `${percent.toFixed(2)} % of a core`,
    baseline: '0.5 % allowed',
    ratio: percent / 0.5,
    budget: '≤ 1',
  })

/** Resident set size of a process, in megabytes. */
const residentMegabytes = (pid: number): number => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** What a process and its threads have used of the processor so far, in seconds. */
function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The processes in which a Chromium draws pages. */
const renderers = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isRenderer(name))
    .map(Number)

function isRenderer(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')
  } catch {
    return false
  }
}

if (startedAlone(import.meta.url)) printRows(await benchInstalled())
