import type { ApiFailure } from '../api/outcome.ts'
import type { Wait } from '../waiting.ts'
import type { ReadingFailure } from './readPages.ts'

const REST = 30_000
const FIRST_RETRY = 5_000
/** The longest wait while the utility cannot be reached, when trying burdens nobody. */
const LONGEST_UNREACHABLE = 8_000
/** The longest wait after failures: about as often as without failures, so that a return is noticed soon. */
const LONGEST_RETRY = 60_000
/** The shortest wait, however often the utility pokes. */
const LEAST_REST = 200
const LEAST_RETRY = 1_000

/**
 * How long until the feed is read again. Random, so that the kiosks of a fleet do not read at the same time.
 * @param failure why the last reading ended, null when it ended well
 * @param failures how many ended badly in a row
 * @param random in [0, 1)
 */
export function waitAfter(failure: ReadingFailure | null, failures: number, random: number): Wait {
  if (!failure) return { milliseconds: REST * (0.9 + 0.2 * random), least: LEAST_REST }
  const longest = failure.failure === 'unreachable' ? LONGEST_UNREACHABLE : LONGEST_RETRY
  const backoff = Math.min(FIRST_RETRY * 2 ** (failures - 1), longest) * (0.75 + 0.5 * random)
  const asked = ('retryAfterMs' in failure ? (failure.retryAfterMs ?? 0) : 0) * (1 + 0.25 * random)
  return { milliseconds: Math.max(backoff, asked), least: Math.max(LEAST_RETRY, asked) }
}

const FIRST_LISTENING = 1_000
const LONGEST_LISTENING = { unreachable: 5_000, answered: 5 * 60_000 }
/** How often a utility without a poke stream is asked for one. */
const NO_POKES = 10 * 60_000

/** How long until the pokes are listened to again; parameters as of `waitAfter`. */
export function waitBeforeListening({ failure, retryAfterMs = 0 }: ApiFailure, failures: number, random: number): Wait {
  if (failure === 'not-found') return { milliseconds: NO_POKES * (0.75 + 0.5 * random), least: 0 }
  const longest = failure === 'unreachable' ? LONGEST_LISTENING.unreachable : LONGEST_LISTENING.answered
  const backoff = Math.min(FIRST_LISTENING * 2 ** (failures - 1), longest)
  return { milliseconds: Math.max(backoff * (0.5 + 0.5 * random), retryAfterMs * (1 + 0.25 * random)), least: 0 }
}
