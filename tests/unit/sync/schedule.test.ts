import { describe, expect, it } from 'vitest'
import { apiFailure, type ApiFailureKind } from '../../../electron/api/outcome.ts'
import { waitAfter } from '../../../electron/sync/schedule.ts'

const extremes = (kind: ApiFailureKind, failures: number, retryAfterMs?: number): [number, number] => {
  const failure = apiFailure(kind, retryAfterMs === undefined ? {} : { retryAfterMs })
  return [waitAfter(failure, failures, 0), waitAfter(failure, failures, 0.999)]
}

describe('how long until the feed is read again', () => {
  it('is about half a minute when all is well, and not the same for all', () => {
    expect(waitAfter(null, 0, 0)).toBe(27_000)
    expect(waitAfter(null, 0, 0.999)).toBeCloseTo(33_000, -2)
  })

  it('is about five seconds after a failure, and grows up to about five minutes while the utility is in trouble', () => {
    expect(extremes('broken', 1)).toEqual([3750, expect.closeTo(6250, -1)])
    expect(extremes('broken', 3)).toEqual([15_000, expect.closeTo(25_000, -2)])
    expect(extremes('broken', 1000)).toEqual([225_000, expect.closeTo(375_000, -3)])
  })

  it('stays within ten seconds while the network is away, so that its return is noticed', () => {
    const [, longest] = extremes('unreachable', 1000)
    expect(longest).toBeLessThanOrEqual(10_000)
  })

  it('is never less than the utility asked for', () => {
    const [shortest, longest] = extremes('busy', 1, 60_000)
    expect(shortest).toBe(60_000)
    expect(longest).toBeGreaterThan(shortest)
  })
})
