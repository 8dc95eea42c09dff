import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FilingOrder } from '../../../electron/outbox/outbox.ts'
import type { Core } from '../../fixtures/processes/coreProcessStart.ts'
import { killAtCall } from '../../fixtures/processes/killAtCall.ts'
import { bundleCore, type ProcessBundle } from '../../fixtures/processes/processBundle.ts'
import { openCounter, type FilingCounter } from '../../model/filingCounter.ts'
import { queryByCli } from '../../model/sqliteCli.ts'

let bundle: ProcessBundle
let folder: string
let counter: FilingCounter
beforeAll(async () => {
  bundle = await bundleCore()
  folder = mkdtempSync(join(tmpdir(), 'correction-killed-'))
  counter = await openCounter(bundle.program, folder)
  await counter.settleIn()
})
afterAll(async () => {
  bundle.remove()
  await counter.sandbox.close()
  rmSync(folder, { recursive: true, force: true })
})

const order = (topicId: string, more: Partial<FilingOrder> = {}): FilingOrder => ({
  formId: randomUUID(),
  sessionId: 's-1',
  accountId: null,
  actor: { kind: 'clerk', clerkId: 'c-1' },
  message: { kind: 'question', payload: { topicId, text: '¿Qué tarifa tengo?' } },
  ...more,
})
const answered = (core: Core, { formId }: FilingOrder) => core.said((line) => 'formId' in line && line.formId === formId)

/** The id of a question that the utility has refused. */
async function refused(core: Core): Promise<string> {
  const asked = order('tema-de-ayer')
  core.file(asked)
  const answer = await answered(core, asked)
  const id = answer && 'filed' in answer ? answer.filed.id : ''
  await core.said((line) => 'ended' in line && line.id === id && line.ended === 'refused')
  return id
}

interface Settled {
  corrected_by: string
  form_id: string | null
}
const settledOf = (id: string): Settled[] =>
  queryByCli<Settled>(
    counter.databaseFile,
    `SELECT corrected_by, form_id FROM command_closing LEFT JOIN command ON command.id = corrected_by WHERE command_id = '${id}'`,
  )
const filedBy = (forms: readonly string[]): string[] =>
  queryByCli<{ form_id: string }>(counter.databaseFile, `SELECT form_id FROM command WHERE form_id IN (${forms.map((form) => `'${form}'`).join()})`).map(
    ({ form_id: form }) => form,
  )

/** Two clerks correct one refusal, and the process is killed at the n-th call; false when there was no such call. */
async function correctAndDie(call: string, nth: number): Promise<boolean> {
  const core = counter.start({ withoutSync: true })
  await core.ready()
  const id = await refused(core)
  const [one, other] = ['c-1', 'c-2'].map((clerkId) => order('tema-tarifa', { actor: { kind: 'clerk', clerkId }, corrects: id })) as [FilingOrder, FilingOrder]
  await killAtCall(core, counter.dataDir, { call, nth })
  core.file(one)
  core.file(other)
  const told = await Promise.all([answered(core, one), answered(core, other)])
  const died = core.isOver()
  await core.kill()
  const when = `killed at ${call} ${nth}`
  const promised = told.flatMap((line) => (line && 'filed' in line ? [line.formId] : []))
  const filed = filedBy([one.formId, other.formId])
  // Both or neither, and what was told is there.
  expect(
    settledOf(id).map(({ form_id: form }) => form),
    when,
  ).toEqual(filed)
  expect(filed.length, when).toBeLessThanOrEqual(1)
  expect(filed, when).toEqual(expect.arrayContaining(promised))
  await correctAgain(id, [one, other])
  return died
}

/** After the next start one of the two is filed, and the other told that it is done. */
async function correctAgain(id: string, orders: readonly FilingOrder[]): Promise<void> {
  const core = counter.start({ withoutSync: true })
  await core.ready()
  for (const each of orders) core.file(each)
  const told = await Promise.all(orders.map((each) => answered(core, each)))
  await core.kill()
  expect(told.map((line) => line && ('problem' in line ? line.problem : 'filed')).sort()).toEqual(['filed', 'settled-already'])
  expect(settledOf(id)).toHaveLength(1)
}

it('killed at every write of a correction, with two clerks at it: never two for one refusal, and none that is half there', async () => {
  const kills: Record<string, number> = {}
  for (const call of ['pwrite64', 'write', 'fsync', 'fdatasync']) {
    let nth = 1
    while (await correctAndDie(call, nth)) nth += 1
    kills[call] = nth - 1
  }
  expect(kills.pwrite64).toBeGreaterThan(5)
  expect((kills.fsync ?? 0) + (kills.fdatasync ?? 0)).toBeGreaterThan(0)
})
