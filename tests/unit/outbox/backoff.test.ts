import { describe, expect, it } from 'vitest'
import { backoff, heldFor } from '../../../electron/outbox/backoff.ts'

describe('S25 waits', () => {
  it('have full jitter: anything from nothing to a bound that doubles from a second to five minutes', () => {
    const bounds = [1, 2, 3, 9, 10, 50, 100_000].map((failures) => backoff(failures, 0.999_999))
    expect(bounds.map(Math.round)).toEqual([1_000, 2_000, 4_000, 256_000, 300_000, 300_000, 300_000])
    expect([1, 9, 100_000].map((failures) => backoff(failures, 0))).toEqual([0, 0, 0])
  })

  it('after a Retry-After are never shorter than it, and at most a quarter longer', () => {
    expect([heldFor(8_000, 0), heldFor(8_000, 0.5), Math.round(heldFor(8_000, 0.999_999))]).toEqual([8_000, 9_000, 10_000])
  })
})
