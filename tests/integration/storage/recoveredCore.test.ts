import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { bundleCore, type ProcessBundle } from '../../fixtures/processes/processBundle.ts'
import type { Core } from '../../fixtures/processes/coreProcessStart.ts'
import { damages, spoilPage } from '../../fixtures/storage/damage.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { openCounter, type FilingCounter } from '../../model/filingCounter.ts'
import { createDice } from '../../model/dice.ts'
import { checkFile, queryByCli } from '../../model/sqliteCli.ts'

let bundle: ProcessBundle
let folder: string
let counter: FilingCounter
beforeAll(async () => {
  bundle = await bundleCore()
})
afterAll(() => bundle.remove())
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recovered-core-'))
  counter = await openCounter(bundle.program, folder)
  await counter.settleIn()
})
afterEach(async () => {
  await counter.sandbox.close()
  rmSync(folder, { recursive: true, force: true })
})

const told = (core: Core): string[] => core.lines.flatMap((line) => ('filed' in line ? [line.filed.localFolio] : []))
const count = (rows: string): number => queryByCli<{ count: number }>(counter.databaseFile, `SELECT count(*) AS count FROM ${rows}`)[0]?.count ?? -1
const foliosOf = (state: string): string[] =>
  queryByCli<{ folio: string }>(counter.databaseFile, `SELECT local_folio AS folio FROM command WHERE state = '${state}' ORDER BY local_folio`).map(
    ({ folio }) => folio,
  )
const arrived = (): string[] =>
  counter.sandbox
    .commands()
    .map(({ command }) => command.localFolio)
    .toSorted()

it('S18 what was filed before random bytes came over the file reaches the utility once, and the cache is loaded anew', async () => {
  const accounts = count('account')
  expect(accounts).toBeGreaterThan(0)
  counter.sandbox.faults.set('lostReply', { paths: /commands/ })
  const core = counter.start()
  await core.ready()
  for (let filing = 0; filing < 8; filing += 1) await counter.file(core)
  const folios = told(core)
  expect(folios).toHaveLength(8)
  await core.kill()

  // The log masks damage to what it holds: these bytes hit what the start reads.
  damages.randomBytes(counter.databaseFile, createDice(21))
  spoilPage(counter.databaseFile, 1, createDice(19))
  counter.sandbox.faults.set(null)
  const again = counter.start()
  await again.ready()
  await eventually(() => expect(count('feed_state WHERE complete = 1')).toBe(1))
  await eventually(() => expect(count("command WHERE state = 'pending'")).toBe(0))
  expect(count('account')).toBe(accounts)
  await again.kill()
  // Customers also file what the utility refuses; that is set aside.
  expect([...arrived(), ...foliosOf('refused')].toSorted()).toEqual(folios.toSorted())
  expect(arrived().length).toBeGreaterThanOrEqual(6)
  expect(foliosOf('delivered')).toEqual(arrived())
  expect(queryByCli(counter.databaseFile, 'SELECT code FROM incident')).toEqual([{ code: 'database-recovered' }])
  expect(checkFile(counter.databaseFile, 'integrity_check')).toBe('ok')
  expect(readdirSync(counter.dataDir).filter((name) => name.includes('corrupt')).length).toBeGreaterThan(0)
})
