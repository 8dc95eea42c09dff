import { describe, expect, it } from 'vitest'
import { allowanceAt, allowedFrom, momentOf } from '../../../electron/outbox/allowance.ts'

const HOUR = 3_600_000

describe('the allowance of a day', () => {
  it('is a thousand at midnight, grows every 9.6 seconds, and ends with four digits', () => {
    expect([0, 9_599, 9_600, 12 * HOUR, 24 * HOUR, 26 * HOUR].map(allowanceAt)).toEqual([1_000, 1_000, 1_001, 5_500, 9_999, 9_999])
  })

  it('every number is allowed from its time on, and not a moment sooner', () => {
    for (let number = 1; number <= 9_999; number++) {
      const from = allowedFrom(number)
      expect(allowanceAt(from)).toBeGreaterThanOrEqual(number)
      if (from > 0) expect(allowanceAt(from - 1)).toBeLessThan(number)
    }
  })
})

describe('a moment in the branch', () => {
  it.each([
    ['America/Monterrey', '2026-11-21T16:42:00.250Z', '2026-11-21', 10 * HOUR + 42 * 60_000 + 250],
    ['America/Monterrey', '2026-11-22T05:59:59.999Z', '2026-11-21', 24 * HOUR - 1],
    ['America/Monterrey', '2026-11-22T06:00:00.000Z', '2026-11-22', 0],
    ['Asia/Kathmandu', '2026-11-21T18:15:00.000Z', '2026-11-22', 0],
    // Summer time ends: the hour after one o'clock comes twice, and the day has 25.
    ['America/Tijuana', '2026-11-01T08:30:00.000Z', '2026-11-01', 1.5 * HOUR],
    ['America/Tijuana', '2026-11-01T09:30:00.000Z', '2026-11-01', 2.5 * HOUR],
    ['America/Tijuana', '2026-11-02T07:59:59.999Z', '2026-11-01', 25 * HOUR - 1],
    // Summer time begins at midnight: the day begins at one o'clock.
    ['America/Santiago', '2026-09-06T04:00:00.000Z', '2026-09-06', 0],
    ['America/Santiago', '2026-09-06T05:00:00.000Z', '2026-09-06', HOUR],
  ])('%s at %s is %s and so long after its beginning', (timeZone, instant, day, elapsed) => {
    expect(momentOf(Date.parse(instant), timeZone)).toEqual({ day, elapsed })
  })
})
