import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { guardStorage } from '../../../electron/cache/guard.ts'
import { createIncidents } from '../../../electron/cache/incidents.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { listIncidents } from '../../../electron/cache/queries/incidents.ts'
import { inTransaction } from '../../../electron/cache/transaction.ts'
import { createThrottle } from '../../../electron/session/throttle.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { fillDisk } from '../../fixtures/storage/fullDisk.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'

let folder: string
let db: WritableDb
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'full-disk-'))
  db = openDatabase(join(folder, 'ventanilla.db'), { role: 'durable' })
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

const codes = (): string[] => listIncidents(db, 10).map(({ code }) => code)

it('S16 an incident that a full disk cannot take is remembered, and written with its time when there is space', () => {
  const clock = fakeClock()
  const incidents = createIncidents({ db, clock, log: silentLog })
  const makeRoom = fillDisk(db)
  for (let more = 0; more < 60; more += 1) incidents.record({ code: 'backup-failed', detail: { error: 'x'.repeat(200) } })
  const written = codes().length
  expect(listIncidents(db, 100).length).toBeLessThan(60)
  clock.advance(3_600_000)
  makeRoom()
  incidents.flush()
  expect(listIncidents(db, 100)).toHaveLength(60)
  expect(written).toBeLessThan(60)
  expect(listIncidents(db, 1)[0]?.at).toBe('2026-11-21T16:42:00.000Z')
})

it('S16 the guard tells of a full disk once, and of nothing that another connection did', () => {
  const clock = fakeClock()
  const incidents = createIncidents({ db, clock, log: silentLog })
  let corrupt = 0
  guardStorage({ db, log: silentLog, clock, incidents, onCorrupt: () => (corrupt += 1) })
  const other = openDatabase(db.name, { role: 'feed' })
  db.pragma('busy_timeout = 0')
  other.exec('BEGIN IMMEDIATE')
  const work = (): void =>
    inTransaction(
      db,
      () => void db.exec(`INSERT INTO audit (at, who, what, subject, prev, hash) VALUES ('', '', '${'x'.repeat(9_000)}', '{}', zeroblob(32), zeroblob(32))`),
    )
  expect(work).toThrow('locked')
  other.exec('ROLLBACK')
  expect(codes()).toEqual([])
  const makeRoom = fillDisk(db)
  expect(work).toThrow('full')
  expect(work).toThrow('full')
  expect(db.prepare('SELECT count(*) FROM zone').pluck().get()).toBe(0)
  makeRoom()
  work()
  expect(codes()).toEqual(['disk-full'])
  expect(corrupt).toBe(0)
  other.close()
})

it('S16 misses are counted in memory while nothing can be written', () => {
  const clock = fakeClock()
  const throttle = createThrottle({ db, clock, log: silentLog })
  db.pragma('query_only = ON')
  for (let miss = 0; miss < 7; miss += 1) throttle.missed()
  expect(throttle.remaining()).toBe(4_000)
  throttle.matched()
  expect(throttle.remaining()).toBe(0)
})
