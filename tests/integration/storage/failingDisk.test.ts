import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { bundleCore, type ProcessBundle } from '../../fixtures/processes/processBundle.ts'
import type { Core } from '../../fixtures/processes/coreProcessStart.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { failDisk } from '../../fixtures/storage/failingDisk.ts'
import { openCounter, type FilingCounter } from '../../model/filingCounter.ts'
import { checkFile, queryByCli } from '../../model/sqliteCli.ts'

let bundle: ProcessBundle
let folder: string
let counter: FilingCounter
beforeAll(async () => {
  bundle = await bundleCore()
})
afterAll(() => bundle.remove())
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'failing-disk-'))
  counter = await openCounter(bundle.program, folder)
  await counter.settleIn()
  counter.sandbox.faults.set('down')
})
afterEach(async () => {
  await counter.sandbox.close()
  rmSync(folder, { recursive: true, force: true })
})

const database = (): string[] => ['', '-wal'].map((suffix) => counter.databaseFile + suffix)

/** How the next filing is answered. */
async function fileWith(core: Core): Promise<string> {
  expect(await counter.file(core)).toBe(true)
  const last = core.lines.filter((line) => 'formId' in line).at(-1)
  return last && 'problem' in last ? last.problem : 'filed'
}

const folios = (): string[] =>
  queryByCli<{ folio: string }>(counter.databaseFile, 'SELECT local_folio AS folio FROM command ORDER BY seq').map(({ folio }) => folio)
const acknowledged = (core: Core): string[] => core.lines.flatMap((line) => ('filed' in line ? [line.filed.localFolio] : []))
const incidents = (): string[] => queryByCli<{ code: string }>(counter.databaseFile, 'SELECT code FROM incident ORDER BY id').map(({ code }) => code)

it('S16 on a full disk filing is refused, and goes on by itself when there is space', async () => {
  const core = counter.start({ withoutSync: true })
  await core.ready()
  expect(await fileWith(core)).toBe('filed')
  const disk = await failDisk(core.pid, 'ENOSPC', database())
  expect([await fileWith(core), await fileWith(core)]).toEqual(['cannot-store', 'cannot-store'])
  await disk.mend()
  expect([await fileWith(core), await fileWith(core)]).toEqual(['filed', 'filed'])
  const told = acknowledged(core)
  expect(told).toHaveLength(3)
  await core.kill()
  expect(folios()).toEqual(told)
  expect(incidents()).toEqual(['disk-full'])
  expect(checkFile(counter.databaseFile, 'integrity_check')).toBe('ok')
})

it('S17 what cannot be made durable is never acknowledged, not even by a restart, and filing goes on once the disk is sound', async () => {
  const core = counter.start({ withoutSync: true })
  await core.ready()
  expect(await fileWith(core)).toBe('filed')
  const disk = await failDisk(core.pid, 'EIO', database())
  expect([await fileWith(core), await fileWith(core)]).toEqual(['cannot-store', 'cannot-store'])
  await disk.mend()
  expect(await fileWith(core)).toBe('filed')
  await failDisk(core.pid, 'EIO', database())
  expect(await fileWith(core)).toBe('cannot-store')
  const told = acknowledged(core)
  await core.kill()
  const again = counter.start({ withoutSync: true })
  await again.ready()
  expect(folios()).toEqual(told)
  expect(await fileWith(again)).toBe('filed')
  await again.kill()
  expect(folios()).toEqual([...told, ...acknowledged(again)])
  expect(incidents()).toContain('disk-error')
})

it('S16 a full disk refuses a page of the feed: the cursor stays, and the feed goes on when there is space', async () => {
  counter.sandbox.faults.set(null)
  const core = counter.start()
  await core.ready()
  const cursor = (): string | undefined => queryByCli<{ cursor: string }>(counter.databaseFile, 'SELECT cursor FROM feed_state')[0]?.cursor
  const before = cursor()
  const disk = await failDisk(core.pid, 'ENOSPC', database())
  counter.sandbox.remove('faq', 'pregunta-es-mx-1')
  core.poke()
  await eventually(() => expect(core.log()).toContain('cache write failed'))
  expect(cursor()).toBe(before)
  expect(core.isOver()).toBe(false)
  await disk.mend()
  core.poke()
  await eventually(() => expect(cursor()).not.toBe(before))
  await core.kill()
  expect(checkFile(counter.databaseFile, 'integrity_check')).toBe('ok')
})
