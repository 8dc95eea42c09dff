import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleCore, type ProcessBundle } from '../../fixtures/processes/processBundle.ts'
import { killAtCall } from '../../fixtures/processes/killAtCall.ts'
import { openCounter, type FilingCounter } from '../../model/filingCounter.ts'
import { checkFile, queryByCli } from '../../model/sqliteCli.ts'
import { judge, nothingWrong } from '../../model/verdict.ts'

/** By which a filing or a delivery changes what is on the disk. */
const calls = ['pwrite64', 'write', 'fsync', 'fdatasync', 'ftruncate', 'rename', 'unlink', 'openat'] as const

let bundle: ProcessBundle
let folder: string
let counter: FilingCounter
beforeAll(async () => {
  bundle = await bundleCore()
  folder = mkdtempSync(join(tmpdir(), 'outbox-killed-'))
  counter = await openCounter(bundle.program, folder)
  await counter.settleIn()
})
afterAll(async () => {
  bundle.remove()
  await counter.sandbox.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What is on the disk, looked at in a copy: the next start must find it as the kill left it. */
function expectSound(when: string): void {
  const copy = join(folder, 'copy')
  cpSync(counter.dataDir, copy, { recursive: true })
  const file = join(copy, 'ventanilla.db')
  expect(checkFile(file, 'integrity_check'), when).toBe('ok')
  const folios = queryByCli<{ local_folio: string }>(file, 'SELECT local_folio FROM command').map((row) => row.local_folio)
  expect(
    folios.filter((folio, place) => folios.indexOf(folio) !== place),
    when,
  ).toEqual([])
  expect(folios, when).toEqual(expect.arrayContaining(counter.ledger.promised.map(({ localFolio }) => localFolio)))
  rmSync(copy, { recursive: true })
}

/** Files once and lets it be delivered, to be killed on the way; false when there was no n-th call. */
async function fileAndDie(call: string, nth: number): Promise<boolean> {
  const core = counter.start({ withoutSync: true })
  await core.ready()
  await counter.delivered(core)
  await killAtCall(core, counter.dataDir, { call, nth })
  await counter.file(core)
  await counter.delivered(core)
  const died = core.isOver()
  await counter.end(core)
  expectSound(`killed at ${call} ${nth}`)
  return died
}

it('S02 killed at every write of a filing and of its delivery: what was told is there once, the rest at most once', async () => {
  const kills: Record<string, number> = {}
  for (const call of calls) {
    let nth = 1
    while (await fileAndDie(call, nth)) nth += 1
    kills[call] = nth - 1
  }
  const last = counter.start()
  await last.ready()
  expect(await counter.file(last)).toBe(true)
  await counter.delivered(last)
  await counter.end(last)
  expect(judge(counter.databaseFile, counter.ledger, counter.sandbox)).toEqual(nothingWrong)
  // Killed before its row, before its journal, before both were safe, and in the middle of its delivery.
  expect(kills.pwrite64).toBeGreaterThan(10)
  expect(kills.write).toBeGreaterThan(0)
  expect((kills.fsync ?? 0) + (kills.fdatasync ?? 0)).toBeGreaterThan(2)
})
