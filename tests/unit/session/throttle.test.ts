import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { lookupThrottle } from '../../../electron/cache/migrations/040-lookup-throttle.ts'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { guardTransactions } from '../../../electron/cache/transaction.ts'
import { createThrottle, delayAfter } from '../../../electron/session/throttle.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'

describe('the look-up throttle', () => {
  let db: WritableDb
  beforeEach(() => {
    db = new Database(':memory:')
    lookupThrottle.up(db)
  })
  afterEach(() => db.close())

  const miss = (throttle: { missed(): void }, times: number) => Array.from({ length: times }, () => throttle.missed())

  it('starts with the fifth miss at one second and doubles to five minutes', () => {
    expect([4, 5, 6, 7, 13, 14, 60].map((misses) => delayAfter(misses))).toEqual([0, 1000, 2000, 4000, 256_000, 300_000, 300_000])
  })

  it('opens again when the delay has passed', () => {
    const clock = fakeClock()
    const throttle = createThrottle({ db, clock, log: silentLog })
    miss(throttle, 5)
    expect(throttle.remaining()).toBe(1000)
    clock.advance(1000)
    expect(throttle.remaining()).toBe(0)
  })

  it('ends with a match', () => {
    const throttle = createThrottle({ db, clock: fakeClock(), log: silentLog })
    miss(throttle, 8)
    throttle.matched()
    expect(throttle.remaining()).toBe(0)
    miss(throttle, 4)
    expect(throttle.remaining()).toBe(0)
  })

  it('survives a restart, whatever the wall clock says by then', () => {
    miss(createThrottle({ db, clock: fakeClock(), log: silentLog }), 8)
    const restarted = createThrottle({ db, clock: fakeClock('2036-01-01T00:00:00Z'), log: silentLog })
    expect(restarted.remaining()).toBe(8000)
  })

  it('is not shortened by a wall clock that is set forward', () => {
    const clock = fakeClock()
    const throttle = createThrottle({ db, clock, log: silentLog })
    miss(throttle, 6)
    clock.setWall('2027-11-21T00:00:00Z')
    expect(throttle.remaining()).toBe(2000)
  })

  it('writes only what the storage guard lets be written, and counts on in memory', () => {
    const ioError = new Database.SqliteError('the file is doubtful', 'SQLITE_IOERR')
    guardTransactions(db, () => {
      throw ioError
    })
    const throttle = createThrottle({ db, clock: fakeClock(), log: silentLog })
    miss(throttle, 6)
    expect(throttle.remaining()).toBe(2000)
    expect(db.prepare('SELECT misses FROM lookup_throttle').pluck().get()).toBe(0)
  })
})
