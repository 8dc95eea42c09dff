import { describe, expect, it } from 'vitest'
import { apiFailure, type ApiFailureKind } from '../../../electron/api/outcome.ts'
import { waitAfter, waitBeforeListening } from '../../../electron/sync/schedule.ts'

const failing = (kind: ApiFailureKind, retryAfterMs?: number) => apiFailure(kind, retryAfterMs === undefined ? {} : { retryAfterMs })

const extremes = (kind: ApiFailureKind, failures: number, retryAfterMs?: number): [number, number] => {
  const failure = failing(kind, retryAfterMs)
  return [waitAfter(failure, failures, 0).milliseconds, waitAfter(failure, failures, 0.999).milliseconds]
}

describe('how long until the feed is read again', () => {
  it('is about half a minute when all is well, and not the same for all', () => {
    expect(waitAfter(null, 0, 0).milliseconds).toBe(27_000)
    expect(waitAfter(null, 0, 0.999).milliseconds).toBeCloseTo(33_000, -2)
  })

  it('is about five seconds after a failure, and grows up to about a minute while the utility is in trouble', () => {
    expect(extremes('broken', 1)).toEqual([3750, expect.closeTo(6250, -1)])
    expect(extremes('broken', 3)).toEqual([15_000, expect.closeTo(25_000, -2)])
    expect(extremes('broken', 1000)).toEqual([45_000, expect.closeTo(75_000, -3)])
  })

  it('stays within ten seconds while the network is away', () => {
    expect(extremes('unreachable', 1000)[1]).toBeLessThanOrEqual(10_000)
  })

  it('S25 is never less than the utility asked for, whoever pokes', () => {
    const [shortest, longest] = extremes('busy', 1, 60_000)
    expect(shortest).toBe(60_000)
    expect(longest).toBeGreaterThan(shortest)
    expect(waitAfter(failing('busy', 60_000), 1, 0).least).toBe(60_000)
  })

  it('is a moment in any case, however often the utility pokes', () => {
    expect(waitAfter(null, 0, 0.5).least).toBe(200)
    expect(waitAfter(failing('broken'), 1, 0.5).least).toBe(1000)
  })
})

describe('how long until the pokes are listened to again', () => {
  const longestAfter = (kind: ApiFailureKind, failures: number, retryAfterMs?: number) =>
    waitBeforeListening(failing(kind, retryAfterMs), failures, 0.999).milliseconds

  it('is about a second at first, and at most five while the network is away', () => {
    expect(waitBeforeListening(failing('unreachable'), 1, 0).milliseconds).toBe(500)
    expect(longestAfter('unreachable', 1)).toBeLessThanOrEqual(1000)
    expect(longestAfter('unreachable', 1000)).toBeLessThanOrEqual(5000)
  })

  it('grows to minutes where the utility answers something else, and is as long as it asks', () => {
    expect(longestAfter('not-an-answer', 1000)).toBeGreaterThan(60_000)
    expect(waitBeforeListening(failing('busy', 30_000), 1, 0).milliseconds).toBe(30_000)
  })

  it('is long where there are none', () => {
    expect(waitBeforeListening(failing('not-found'), 1, 0).milliseconds).toBe(450_000)
  })
})
