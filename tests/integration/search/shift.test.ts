import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createAudit } from '../../../electron/audit/audit.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { buildShift } from '../../../electron/staff.ts'
import { createCounter } from '../../../electron/session/counter.ts'
import type { EventName, EventOf } from '../../../shared/contract/index.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { loadCustomers } from '../../fixtures/search/searchWorld.ts'

const lucia = { clerkId: 'c-1', name: 'Lucía', roles: ['clerk'] } as const
const ramiro = { clerkId: 'c-2', name: 'Ramiro', roles: ['supervisor'] } as const

it('a shift knows whom its clerk served, tells the page of each, and leaves nothing to the clerk who takes over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shift-'))
  const databaseFile = join(folder, 'ventanilla.db')
  const db = openDatabase(databaseFile, { role: 'durable' })
  const clock = fakeClock()
  const told: unknown[] = []
  const pages = { connect: () => ({}) as never, tell: <E extends EventName>(name: E, payload: EventOf<E>) => void told.push([name, payload]) }
  loadCustomers(db, 20)
  const shift = buildShift({ db, databaseFile, log: silentLog, audit: createAudit({ db, clock }), pages })
  onTestFinished(async () => {
    await shift.stop()
    db.close()
    rmSync(folder, { recursive: true })
  })
  const counter = createCounter({
    clock,
    isPrinting: () => false,
    onWarning: () => undefined,
    onWithdrawn: () => undefined,
    onServed: shift.noteServed,
    onEnded: shift.noteEnded,
  })
  const recent = async (): Promise<string[]> => (await shift.searching.find('', shift.recent.list())).map(({ accountId }) => accountId)

  counter.takeOver(lucia)
  for (const id of ['c-1', 'c-2', 'c-1']) counter.serve(id)
  counter.serve(null)
  expect(await recent()).toEqual(['c-1', 'c-2'])
  expect(told).toEqual(
    ['c-1', 'c-2', 'c-1', null].map((id) => ['assist.changed', { serving: id === null ? null : { accountId: id, zoneId: expect.any(String) } }]),
  )
  counter.serve('c-3')
  counter.lock()
  counter.takeOver(ramiro)
  expect(await recent()).toEqual([])
  expect(db.prepare("SELECT outcome FROM audit WHERE what = 'assist.closed'").pluck().all()).toEqual(['next', 'next', 'finished', 'clerkIn'])
})
