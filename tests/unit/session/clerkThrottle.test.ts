import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clerks } from '../../../electron/cache/migrations/220-clerks.ts'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { createClerkThrottle } from '../../../electron/session/clerkThrottle.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const CLERK = 'c-clerk'
const SUPERVISOR = 'c-supervisor'

describe('S15 wrong PINs', () => {
  let db: WritableDb
  beforeEach(() => {
    db = new Database(':memory:')
    clerks.up(db)
  })
  afterEach(() => db.close())

  function setUp(clock = fakeClock()) {
    const throttle = createClerkThrottle({ db, clock, log: silentLog })
    const miss = (clerkId: string | null, times: number): void => {
      for (let count = 0; count < times; count += 1) throttle.missed(clerkId)
    }
    return { clock, throttle, miss }
  }

  it('make their clerk wait longer each time, up to five minutes', () => {
    const { throttle, miss } = setUp()
    const waits = Array.from({ length: 13 }, () => {
      miss(CLERK, 1)
      return throttle.remaining(CLERK) / 1000
    })
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
  })

  it('let the supervisor in while their clerk waits', () => {
    const { throttle, miss } = setUp()
    miss(CLERK, 8)
    expect([throttle.remaining(CLERK), throttle.remaining(SUPERVISOR)]).toEqual([32_000, 0])
  })

  it('count after a restart, whatever the wall clock says by then, and the delay begins anew', () => {
    const { clock, miss } = setUp()
    miss(CLERK, 8)
    clock.advance(20_000)
    for (const hours of [-48, 48]) {
      const later = fakeClock(new Date(clock.now() + hours * 3_600_000).toISOString())
      const { throttle } = setUp(later)
      expect([throttle.remaining(CLERK), throttle.remaining(SUPERVISOR)]).toEqual([32_000, 0])
      later.advance(32_000)
      expect(throttle.remaining(CLERK)).toBe(0)
    }
  })

  it('of whoever tries everybody make the next one wait half a minute at most: nobody locks a branch', () => {
    const { clock, throttle, miss } = setUp()
    for (let clerk = 0; clerk < 200; clerk += 1) miss(`c-${clerk}`, 1)
    expect(throttle.remaining(SUPERVISOR)).toBe(30_000)
    clock.advance(30_000)
    expect(throttle.remaining(SUPERVISOR)).toBe(0)
  })

  it('are forgotten of whoever gets in, and so is their share of the machine’s', () => {
    const { throttle, miss } = setUp()
    miss(CLERK, 8)
    miss(SUPERVISOR, 3)
    throttle.matched(CLERK)
    expect(throttle.remaining(CLERK)).toBe(0)
    miss('c-other', 8)
    expect(throttle.remaining(CLERK)).toBe(0)
    miss('c-other', 1)
    expect(throttle.remaining(CLERK)).toBe(1_000)
  })

  it('for ids that the utility never sent count together, and leave no trace of them', () => {
    const { throttle, miss } = setUp()
    miss(null, 4)
    expect(throttle.remaining(null)).toBe(2_000)
    expect(throttle.remaining(CLERK)).toBe(0)
    expect(db.prepare('SELECT count(*) FROM clerk_throttle').pluck().get()).toBe(2)
  })
})
