import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signInThrottle } from '../../../electron/cache/migrations/190-sign-in-throttle.ts'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { createSignInThrottle } from '../../../electron/session/signInThrottle.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'

describe('the throttle of sign-ins', () => {
  let db: WritableDb
  beforeEach(() => {
    db = new Database(':memory:')
    signInThrottle.up(db)
  })
  afterEach(() => db.close())

  function setUp(clock = fakeClock()) {
    const throttle = createSignInThrottle({ db, clock, log: silentLog, secret: 'k-1' })
    const miss = (login: string, times: number): void => {
      for (let count = 0; count < times; count += 1) throttle.missed(login)
    }
    return { clock, throttle, miss }
  }

  it('lets two tries go, then doubles from one second to a minute', () => {
    const { throttle, miss } = setUp()
    const waits = Array.from({ length: 11 }, () => {
      miss('ana@correo.mx', 1)
      return throttle.remaining('ana@correo.mx')
    })
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1000))
  })

  it('slows one login down and not another, however it is written', () => {
    const { throttle, miss } = setUp()
    miss('Ana@correo.mx', 5)
    expect(throttle.remaining('ana@CORREO.mx')).toBe(4_000)
    expect(throttle.remaining('luis@correo.mx')).toBe(0)
  })

  it('counts under names that only this kiosk knows, the same after a restart', () => {
    const counters = (secret: string): number[] => {
      db.prepare('DELETE FROM sign_in_throttle').run()
      const throttle = createSignInThrottle({ db, clock: fakeClock(), log: silentLog, secret })
      for (let name = 0; name < 20; name += 1) throttle.missed(`nadie-${name}@correo.mx`)
      return db.prepare<[], number>('SELECT bucket FROM sign_in_throttle WHERE bucket >= 0 ORDER BY bucket').pluck().all()
    }
    expect(counters('k-1')).toEqual(counters('k-1'))
    expect(counters('k-2')).not.toEqual(counters('k-1'))
  })

  it('slows the kiosk down for whoever types many names, and never for more than a minute', () => {
    const { throttle, miss } = setUp()
    for (let name = 0; name < 11; name += 1) miss(`nadie-${name}@correo.mx`, 1)
    expect(throttle.remaining('luis@correo.mx')).toBe(0)
    miss('nadie@correo.mx', 1)
    expect(throttle.remaining('luis@correo.mx')).toBe(1_000)
    for (let name = 0; name < 100; name += 1) miss(`otro-${name}@correo.mx`, 1)
    expect(throttle.remaining('luis@correo.mx')).toBe(60_000)
  })

  it('is not ended by somebody’s own sign-in between their tries with other logins', () => {
    const { throttle, miss } = setUp()
    miss('dueña@correo.mx', 2)
    for (let name = 0; name < 12; name += 1) {
      miss(`ajeno-${name}@correo.mx`, 1)
      throttle.matched('dueña@correo.mx')
    }
    expect(throttle.remaining('luis@correo.mx')).toBe(1_000)
  })

  it('does not add up over a day of people who never got in', () => {
    const { clock, throttle, miss } = setUp()
    for (let name = 0; name < 100; name += 1) {
      miss(`alguien-${name}@correo.mx`, 1)
      clock.advance(5 * 60_000)
    }
    expect(throttle.remaining('luis@correo.mx')).toBe(0)
  })

  it('does not add up either where somebody misses more often than one is forgotten', () => {
    const { clock, throttle, miss } = setUp()
    for (let name = 0; name < 9; name += 1) miss(`alguien-${name}@correo.mx`, 1)
    for (let name = 0; name < 100; name += 1) {
      clock.advance((name % 2 === 0 ? 4 : 7) * 60_000)
      miss(`otra-${name}@correo.mx`, 1)
      expect(throttle.remaining('luis@correo.mx')).toBe(0)
    }
  })

  it('is over within the hour, however many were missed', () => {
    const { clock, throttle, miss } = setUp()
    for (let name = 0; name < 500; name += 1) miss(`otro-${name}@correo.mx`, 1)
    for (let minutes = 0; minutes < 55; minutes += 11) {
      clock.advance(11 * 60_000)
      miss(`uno-${minutes}@correo.mx`, 1)
    }
    expect(throttle.remaining('luis@correo.mx')).toBeLessThanOrEqual(2_000)
  })

  it('ends with a sign-in, and by itself when nobody has tried for half an hour', () => {
    const { clock, throttle, miss } = setUp()
    miss('ana@correo.mx', 6)
    throttle.matched('ana@correo.mx')
    miss('ana@correo.mx', 2)
    expect(throttle.remaining('ana@correo.mx')).toBe(0)
    miss('ana@correo.mx', 4)
    clock.advance(30 * 60_000)
    miss('ana@correo.mx', 2)
    expect(throttle.remaining('ana@correo.mx')).toBe(0)
  })

  it('survives a restart, whatever the wall clock says by then', () => {
    setUp().miss('ana@correo.mx', 6)
    const { throttle } = setUp(fakeClock('2036-01-01T00:00:00Z'))
    expect(throttle.remaining('ana@correo.mx')).toBe(8_000)
  })

  it('takes no more from an older program than make the longest delay', () => {
    db.prepare('INSERT INTO sign_in_throttle (bucket, misses) VALUES (-1, 500)').run()
    const { clock, throttle } = setUp()
    expect(throttle.remaining('luis@correo.mx')).toBe(60_000)
    clock.advance(25 * 60_000)
    throttle.missed('ana@correo.mx')
    clock.advance(10 * 60_000)
    throttle.missed('eva@correo.mx')
    expect(throttle.remaining('luis@correo.mx')).toBeLessThanOrEqual(4_000)
  })

  it('keeps no login', () => {
    setUp().miss('ana@correo.mx', 6)
    expect(JSON.stringify(db.prepare('SELECT * FROM sign_in_throttle').all())).not.toContain('ana')
  })
})
