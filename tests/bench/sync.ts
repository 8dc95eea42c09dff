import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pino } from 'pino'
import { openDatabase } from '../../electron/cache/openDatabase.ts'
import { inTransaction, writerPriorityOf } from '../../electron/cache/transaction.ts'
import { startSync } from '../../electron/sync/startSync.ts'
import type { WriterPriority } from '../../electron/cache/writerPriority.ts'
import type { Change } from '../../shared/utility-api/generated/types.gen.ts'
import { credentials } from '../fakes/utility.ts'
import { changeAt, writePages } from './feedPages.ts'
import { withPageServer } from './pageServerProcess.ts'
import { judged, median, milliseconds, percentile, printRows, startedAlone, type BenchRow } from './row.ts'
import { bareDelta, importByShell, writeImportFiles } from './syncBaselines.ts'

const FIRST_LOAD = 1_000_000
const DELTA = 400_000
const RUNS = 3

function* firstLoad(): Generator<Change> {
  for (let place = 0; place < FIRST_LOAD; place++) yield changeAt(place, 1)
}

/** Half of it changes what is there, half is new. */
function* delta(): Generator<Change> {
  for (let index = 0; index < DELTA / 2; index++) {
    yield changeAt(index * 5, 2)
    yield changeAt(FIRST_LOAD + index, 1)
  }
}

interface Measured {
  milliseconds: number
  /** 99th percentile of the main event loop's delay, milliseconds. */
  loopDelay: number
}

interface Run {
  databaseFile: string
  baseUrl: string
  /** The run ends when so many have been applied. */
  changes: number
  priority?: WriterPriority
}

/** From the start of the workers to the last committed row. */
export async function measureSync({ databaseFile, baseUrl, changes, priority }: Run): Promise<Measured> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const started = performance.now()
  const done = Promise.withResolvers<void>()
  const sync = startSync({
    databaseFile,
    api: { ...credentials, baseUrl },
    log: pino({ level: 'warn' }),
    onStatus: (status) => status.complete && status.changesApplied === changes && done.resolve(),
    onChanged: () => undefined,
    ...(priority && { priority }),
  })
  await done.promise
  const milliseconds = performance.now() - started
  delay.disable()
  await sync.stop()
  return { milliseconds, loopDelay: delay.percentile(99) / 1e6 }
}

const WRITE_EVERY = 25

/**
 * How long the main thread waits for its own write, on the disk (`synchronous=FULL`), while a delta is synced: milliseconds, 99th percentile.
 * A run of its own, because such writes cost the sync time. Without writer priority both wait for SQLite's lock alone.
 */
async function measureWrites(run: Run, givesPriority: boolean): Promise<number> {
  const db = openDatabase(run.databaseFile, { role: 'durable' })
  const write = db.prepare('UPDATE lookup_throttle SET misses = misses + 1')
  const waits: number[] = []
  const writing = setInterval(() => {
    const started = performance.now()
    inTransaction(db, () => write.run())
    waits.push(performance.now() - started)
  }, WRITE_EVERY)
  await measureSync({ ...run, ...(givesPriority && { priority: writerPriorityOf(db) }) })
  clearInterval(writing)
  db.close()
  return percentile(waits, 0.99)
}

interface Times {
  loads: Measured[]
  imports: number[]
  deltas: Measured[]
  bareDeltas: number[]
  writes: number[]
  writesWithoutPriority: number[]
}

/** Each run measures both sides of both comparisons, one after the other, on files of its own. */
async function measureRuns(directory: string): Promise<Times> {
  const pages = join(directory, 'pages')
  const importFiles = join(directory, 'import')
  const end = writePages(pages, firstLoad(), 10_000)
  // The first load ends at the cursor where the pages of the delta begin.
  writePages(pages, delta(), 2_000, end)
  writeImportFiles(importFiles, firstLoad())
  const times: Times = { loads: [], imports: [], deltas: [], bareDeltas: [], writes: [], writesWithoutPriority: [] }
  await withPageServer(pages, async (baseUrl) => {
    for (let run = 0; run < RUNS; run++) {
      const file = (name: string): string => join(directory, `${name}-${run}.db`)
      times.imports.push(importByShell(file('import'), importFiles))
      times.loads.push(await measureSync({ databaseFile: file('ours'), baseUrl, changes: FIRST_LOAD }))
      for (const name of ['bare', 'priority', 'noPriority']) copyFileSync(file('ours'), file(name))
      times.bareDeltas.push(await bareDelta(file('bare'), baseUrl, end))
      times.deltas.push(await measureSync({ databaseFile: file('ours'), baseUrl, changes: FIRST_LOAD + DELTA }))
      times.writes.push(await measureWrites({ databaseFile: file('priority'), baseUrl, changes: FIRST_LOAD + DELTA }, true))
      times.writesWithoutPriority.push(await measureWrites({ databaseFile: file('noPriority'), baseUrl, changes: FIRST_LOAD + DELTA }, false))
      for (const name of ['import', 'ours', 'bare', 'priority', 'noPriority']) rmSync(file(name))
    }
  })
  return times
}

/** The two sync rows and the event-loop row of the budgets, and what its own writes cost the main thread meanwhile. */
export async function benchSync(): Promise<BenchRow[]> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-sync-'))
  try {
    const { loads, imports, deltas, bareDeltas, writes, writesWithoutPriority } = await measureRuns(directory)
    const took = (runs: Measured[]): number => median(runs.map((run) => run.milliseconds))
    const delay = median([...loads, ...deltas].map((run) => run.loopDelay))
    return [
      rate('Delta sync of 400,000 changes, page to committed rows', DELTA, took(deltas), median(bareDeltas), '≥ 1.1'),
      rate('First load of 1,000,000 changes', FIRST_LOAD, took(loads), median(imports), '≥ 0.6'),
      judged({ work: 'Main event loop while syncing, p99', measured: milliseconds(delay), baseline: '50 ms', ratio: delay / 50, budget: '≤ 1' }),
      waiting(median(writes), median(writesWithoutPriority)),
    ]
  } finally {
    rmSync(directory, { recursive: true })
  }
}

const waiting = (wait: number, withoutPriority: number): BenchRow =>
  judged({
    work: 'Write of the main thread during that delta, p99, against one without writer priority',
    measured: milliseconds(wait),
    baseline: milliseconds(withoutPriority),
    ratio: wait / withoutPriority,
    budget: '≤ 0.5',
  })

function rate(work: string, changes: number, ours: number, baseline: number, budget: string): BenchRow {
  const perSecond = (took: number): string => `${Math.round(changes / took)} k/s`
  return judged({ work, measured: perSecond(ours), baseline: perSecond(baseline), ratio: baseline / ours, budget })
}

if (startedAlone(import.meta.url)) printRows(await benchSync())
