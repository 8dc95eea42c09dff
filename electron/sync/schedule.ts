import type { ReadingFailure } from './pages.ts'

const REST = 30_000
const FIRST_RETRY = 5_000
/** While the network is away nobody is burdened by trying, and its return must be noticed within ten seconds. */
const LONGEST_UNREACHABLE = 8_000
const LONGEST_RETRY = 5 * 60_000

/**
 * Milliseconds until the feed is read again. The fleet must not come back in step, so each wait is its own.
 * @param failure why the last reading ended, null when it ended well
 * @param failures how many ended badly in a row
 * @param random in [0, 1)
 */
export function waitAfter(failure: ReadingFailure | null, failures: number, random: number): number {
  if (!failure) return REST * (0.9 + 0.2 * random)
  const longest = failure.failure === 'unreachable' ? LONGEST_UNREACHABLE : LONGEST_RETRY
  const backoff = Math.min(FIRST_RETRY * 2 ** (failures - 1), longest)
  const asked = 'retryAfterMs' in failure ? (failure.retryAfterMs ?? 0) : 0
  return Math.max(backoff * (0.75 + 0.5 * random), asked * (1 + 0.25 * random))
}
