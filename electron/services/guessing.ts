import type { Problem } from '../../shared/problems.ts'
import { failure, type Result } from '../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Throttle } from '../session/throttle.ts'
import { sleep } from '../waiting.ts'

/** Every miss is answered this many milliseconds after the question, so that the time tells nothing. */
const MISS_ANSWERS_AFTER = 300

export interface GuessingParts {
  throttle: Throttle
  clock: Clock
  /** The first load is complete. */
  isReady: () => boolean
  /** The fleet's owner sends customers to the counter: nobody new is served. */
  isOutOfService: () => boolean
}

/** Shared by every call that tells whether an invoice exists: when it refuses to look, and how it answers a miss. */
export function createGuessing({ throttle, clock, isReady, isOutOfService }: GuessingParts) {
  return {
    /** Why nothing is looked up now; null when it is. */
    refusal(): Problem | null {
      if (isOutOfService()) return { code: 'out-of-service' }
      if (!isReady()) return { code: 'preparing-data' }
      const wait = throttle.remaining()
      return wait > 0 ? { code: 'throttled', retryAfterSeconds: Math.ceil(wait / 1000) } : null
    },
    /** @param askedAt on the monotonic clock */
    async missed(askedAt: number): Promise<Result<never>> {
      throttle.missed()
      await sleep(clock, Math.max(0, askedAt + MISS_ANSWERS_AFTER - clock.elapsed()))
      return failure({ code: 'no-match' })
    },
  }
}
