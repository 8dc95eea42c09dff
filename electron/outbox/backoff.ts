const FIRST = 1_000
const LONGEST = 5 * 60_000

/**
 * Milliseconds until an account's next attempt: full jitter, so that kiosks that lost the utility together do not come back together.
 * @param failures in a row, one at least
 * @param random in [0, 1)
 */
export function backoff(failures: number, random: number): number {
  // The exponent is bounded, or a year of failures would be more than a number can hold.
  return random * Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 30))
}

/** Milliseconds for which nothing is sent after the utility named a time: never less, and not all kiosks at once. */
export const heldFor = (retryAfter: number, random: number): number => retryAfter * (1 + 0.25 * random)
