import type { Problem } from '../../shared/problems.ts'
import { failure, type Result } from '../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Throttle } from '../session/throttle.ts'
import { sleep } from '../waiting.ts'

/** Every miss answers this long after it was asked, whatever was wrong and however little work it was. */
const MISS_ANSWERS_AFTER = 300

export interface GuessingParts {
  throttle: Throttle
  clock: Clock
  /** The first load is complete. */
  isReady: () => boolean
  /** The fleet's owner sends customers to the counter: nobody new is served. */
  isOutOfService: () => boolean
}

/** What all that tells whether an invoice exists has in common: when it is judged at all, and how a miss answers. */
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
