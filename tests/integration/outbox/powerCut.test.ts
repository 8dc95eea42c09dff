import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { CoreLine } from '../../fixtures/processes/coreProcessOrders.ts'
import { bundleCore, type ProcessBundle } from '../../fixtures/processes/processBundle.ts'
import type { Core } from '../../fixtures/processes/coreProcessStart.ts'
import { findDebianTool } from '../../fixtures/tools.ts'
import { openCounter, type FilingCounter } from '../../model/filingCounter.ts'
import { createDice } from '../../model/dice.ts'
import { createDisk } from '../../model/disk.ts'
import { checkFile, queryByCli } from '../../model/sqliteCli.ts'
import { isTraceWhole, readTrace, traceInto } from '../../model/systemCalls.ts'
import { until } from '../../model/until.ts'
import { judge, nothingWrong } from '../../model/verdict.ts'

let bundle: ProcessBundle
let folder: string
let counter: FilingCounter
beforeAll(async () => {
  findDebianTool('strace', 'strace')
  bundle = await bundleCore()
})
afterAll(() => bundle.remove())
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'power-cut-'))
  counter = await openCounter(bundle.program, folder)
})
afterEach(async () => {
  await counter.sandbox.close()
  rmSync(folder, { recursive: true, force: true })
})

const saidIn = (text: string): CoreLine[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CoreLine)

/** What a customer must be able to rely on at the moment when the folio is told. */
function expectKept(cut: string, told: readonly string[], when: string): void {
  const file = join(cut, 'ventanilla.db')
  expect(checkFile(file, 'quick_check'), when).toBe('ok')
  const folios = queryByCli<{ local_folio: string }>(file, 'SELECT local_folio FROM command').map((row) => row.local_folio)
  expect(folios, when).toEqual(expect.arrayContaining([...told]))
  const journal = readFileSync(join(cut, 'outbox-journal.log'), 'utf8')
  for (const folio of told) expect(journal, when).toContain(folio)
  const last = queryByCli<{ last: number }>(file, 'SELECT max(last_number) AS last FROM folio_day')[0]?.last
  expect(last, when).toBeGreaterThanOrEqual(Math.max(...told.map((folio) => Number(folio.slice(-5, -1)))))
}

/** Goes through the trace, cutting the power at each folio: with all unsynced writes lost, and with some of them on the disk. */
function cutAtEachFolio(trace: string, disk: ReturnType<typeof createDisk>): { told: string[]; cut: string } {
  const dice = createDice(3)
  const cut = join(folder, 'cut')
  const told: string[] = []
  for (const call of readTrace(trace)) {
    disk.do(call)
    if (call.call !== 'say') continue
    const folios = saidIn(call.text).flatMap((line) => ('filed' in line ? [line.filed.localFolio] : []))
    told.push(...folios)
    if (folios.length === 0) continue
    for (const survival of [0.5, 0.9, 0]) {
      disk.cutPower(cut, () => dice.chance(survival))
      expectKept(cut, told, `${folios.join()} with ${survival} of the unsynced writes`)
    }
  }
  return { told, cut }
}

/** The machine starts again with what the power cut left: the next folio is another, and everything told reaches the utility once. */
async function expectToGoOn(cut: string, told: readonly string[]): Promise<void> {
  renameSync(counter.dataDir, join(folder, 'lost'))
  cpSync(cut, counter.dataDir, { recursive: true })
  const core = counter.start()
  await core.ready()
  await fileAtLast(core)
  await counter.delivered(core)
  await counter.end(core)
  const given = counter.ledger.promised.map(({ localFolio }) => localFolio)
  expect(given.length).toBeGreaterThan(told.length)
  expect(new Set(given).size).toBe(given.length)
  // A directory that was put back by a test looks restored: it may ask for patience before it gives a folio.
  const oddities = counter.ledger.oddities.filter((oddity) => !oddity.endsWith('folios-exhausted'))
  expect({ ...judge(counter.databaseFile, counter.ledger, counter.sandbox), oddities }).toEqual(nothingWrong)
}

async function fileAtLast(core: Core): Promise<void> {
  const filed = (): boolean => core.lines.some((line) => 'filed' in line)
  await counter.file(core)
  for (let tries = 0; !filed() && tries < 500; tries++) {
    await wait(200)
    await counter.file(core)
  }
  expect(filed()).toBe(true)
}

it('S03 a power cut after a folio was told leaves the command, a sound file, and no folio to be given again', async () => {
  await counter.settleIn()
  const trace = join(folder, 'trace')
  const disk = createDisk(counter.dataDir)
  const core = counter.start({}, traceInto(trace))
  await core.ready()
  for (let filings = 0; filings < 6; filings++) expect(await counter.file(core)).toBe(true)
  await counter.delivered(core)
  expect(await counter.file(core)).toBe(true)
  await counter.end(core)
  await until('the trace is whole', () => isTraceWhole(trace, core.pid))
  const { told, cut } = cutAtEachFolio(trace, disk)
  expect(told).toHaveLength(7)
  await expectToGoOn(cut, told)
})

it('S03 also when everything is new: the database, its log, the journal and their names in the folder', async () => {
  const trace = join(folder, 'trace')
  const disk = createDisk(counter.dataDir)
  const core = counter.start({}, traceInto(trace))
  await core.ready()
  await until('the branch is known', () => core.log().includes('utility reachable'))
  await fileAtLast(core)
  expect(await counter.file(core)).toBe(true)
  await counter.end(core)
  await until('the trace is whole', () => isTraceWhole(trace, core.pid))
  const { told, cut } = cutAtEachFolio(trace, disk)
  expect(told).toHaveLength(2)
  await expectToGoOn(cut, told)
})
