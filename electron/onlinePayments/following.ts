import type { ReadableDb } from '../cache/db.ts'
import { findOnlinePayment, isOpened, type OpenedPayment } from '../cache/queries/onlinePayments.ts'
import { isDatabaseFault } from '../faults.ts'
import { logBug } from '../log/log.ts'
import { backoff, heldFor } from '../outbox/backoff.ts'
import { createPause } from '../waiting.ts'
import { askHowItStands, type AskParts } from './askUtility.ts'
import { stateNow } from './standing.ts'

export type FollowParts = AskParts & {
  /** After each change of what `current` or the state says. */
  onChanged: (payment: OpenedPayment) => void
  /** In [0, 1). */
  random?: () => number
}

/** Asks how payments stand while the visit lasts in which they were looked at, and no longer than until they have ended. */
export interface Following {
  /** Once in a visit, however often it is looked at. */
  follow(paymentId: string): void
  /** false: the utility could not be asked the last time. */
  isCurrent(paymentId: string): boolean
  /** The visit has ended: nobody is told of anything that comes in later. */
  end(): void
}

/** Between two questions: people pay within minutes, or not at all. */
const OFTEN = 3_000
const SELDOM = 10_000
const OFTEN_FOR = 5 * 60_000
/** After failures somebody still looks at it. */
const LONGEST_WAIT = 30_000

export function createFollowing(parts: FollowParts): Following {
  let visit = new AbortController()
  let followed = new Set<string>()
  const failed = new Set<string>()

  return {
    follow(paymentId) {
      if (followed.has(paymentId)) return
      const ofVisit = followed.add(paymentId)
      followOne(parts, { paymentId, failed, signal: visit.signal }).catch((error: unknown) => {
        ofVisit.delete(paymentId)
        if (isDatabaseFault(error)) parts.log.error({ code: error.code }, 'state of an online payment not stored')
        else logBug(parts.log, 'onlinePayments', error)
      })
    },
    isCurrent: (paymentId) => !failed.has(paymentId),
    end() {
      visit.abort()
      visit = new AbortController()
      followed = new Set()
      failed.clear()
    },
  }
}

interface Followed {
  paymentId: string
  /** Those of which the last question had no answer. */
  failed: Set<string>
  signal: AbortSignal
}

async function followOne(parts: FollowParts, { paymentId, failed, signal }: Followed): Promise<void> {
  const since = parts.clock.elapsed()
  const pause = createPause(parts.clock)
  signal.addEventListener('abort', pause.close)
  let told = ''
  for (let failures = 0; !signal.aborted;) {
    const before = pendingPayment(parts.db, paymentId)
    const failure = before && (await askHowItStands(parts, before, signal))
    const now = signal.aborted ? null : findOnlinePayment(parts.db, paymentId)
    if (!now || !isOpened(now)) return
    if (failure) failed.add(paymentId)
    else failed.delete(paymentId)
    const state = stateNow(now, parts)
    const news = `${state} ${failure === null}`
    if (news !== told) parts.onChanged(now)
    told = news
    const isOver = now.state !== 'pending' || parts.time.hasPassed(now.expiresAt)
    if (isOver && (!failure || failure.failure === 'not-found')) return
    failures = failure ? failures + 1 : 0
    await pause.sleep({ milliseconds: failure ? waitAfter(failures, failure.retryAfterMs, parts.random) : pauseAfter(parts.clock.elapsed() - since) })
  }
}

function pendingPayment(db: ReadableDb, paymentId: string): OpenedPayment | null {
  const payment = findOnlinePayment(db, paymentId)
  return payment && isOpened(payment) && ['pending', 'withdrawn'].includes(payment.state) ? payment : null
}

const pauseAfter = (followedFor: number): number => (followedFor < OFTEN_FOR ? OFTEN : SELDOM)

const waitAfter = (failures: number, retryAfterMs = 0, random = Math.random): number =>
  Math.max(OFTEN, Math.min(LONGEST_WAIT, backoff(failures, random())), retryAfterMs === 0 ? 0 : heldFor(retryAfterMs, random()))
