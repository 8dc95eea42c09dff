import type { ApiFailure, ApiOutcome } from '../api/outcome.ts'
import type { Clock } from '../clock.ts'

/**
 * Whether the utility can be reached, known within ten seconds both ways: after a silence of four seconds it is asked something light, which
 * has four seconds to be answered. So an outage shows within nine, and a return within six, even where connections lead into nothing.
 */
const SILENCE = 4_000
export const ANSWER_WITHIN = 4_000
const REFUSED = 30_000

interface LinkParts {
  clock: Clock
  /** In [0, 1): the fleet must not ask in step. */
  random: () => number
  /** Asks something light; gives up after `ANSWER_WITHIN`. */
  ask: () => Promise<ApiOutcome<unknown>>
  /** Each time that it changes, or the reason why it is down. */
  onChange: (up: boolean, failure?: ApiFailure['failure']) => void
}

export interface Link {
  /** null before anything is known. */
  up(): boolean | null
  /** Something came that only the utility sends: while more comes nothing is asked. Does not raise the link, which a whole answer does. */
  heard(): void
  /** A good answer came. */
  answered(): void
  /** Something broke: asks as soon as it may rather than after a silence. */
  doubt(): void
  stop(): void
}

/** At most one question in four seconds, none while other traffic proves the link. */
export function createLink({ clock, random, ask, onChange }: LinkParts): Link {
  const belief = createBelief(clock, onChange)
  let askedAt = clock.elapsed()
  let mayAskAt = -Infinity
  let busy = false
  let cancel = (): void => undefined

  function plan(): void {
    cancel()
    const due = Math.max(askedAt + SILENCE * (1 + 0.2 * random()), mayAskAt, belief.silentAt())
    if (!busy) cancel = clock.after(Math.max(0, due - clock.elapsed()), () => (belief.silentAt() > clock.elapsed() ? plan() : void question()))
  }

  async function question(): Promise<void> {
    busy = true
    askedAt = clock.elapsed()
    const outcome = await ask()
    busy = false
    if (outcome.ok) belief.answered()
    else belief.unanswered(outcome.failure, askedAt)
    mayAskAt = clock.elapsed() + (outcome.ok ? 0 : leastWait(outcome)) * (1 + 0.25 * random())
    if (!belief.ended()) plan()
  }

  plan()
  return {
    ...belief,
    doubt() {
      belief.doubt()
      plan()
    },
    stop() {
      belief.end()
      cancel()
    },
  }
}

/** Milliseconds. The network is not why our credentials are refused, and whoever guards them does not like to be asked again and again. */
const leastWait = ({ failure, retryAfterMs = 0 }: ApiFailure): number => (failure === 'unauthorized' ? REFUSED : retryAfterMs)

/** What is believed of the link, from what was heard and when. */
function createBelief(clock: Clock, onChange: LinkParts['onChange']) {
  let up: boolean | null = null
  let reason: ApiFailure['failure'] | undefined
  let doubted = false
  let ended = false
  let heardAt = -Infinity

  function set(now: boolean, failure?: ApiFailure['failure']): void {
    if (ended || (up === now && reason === failure)) return
    up = now
    reason = failure
    onChange(now, failure)
  }

  function heard(): void {
    heardAt = clock.elapsed()
    doubted = false
  }

  return {
    up: () => up,
    ended: () => ended,
    /** When there is reason to ask. */
    silentAt: () => (up && !doubted ? heardAt + SILENCE : -Infinity),
    heard,
    answered() {
      heard()
      set(true)
    },
    /** A question may be lost between the pieces of a long answer, which says more. */
    unanswered(failure: ApiFailure['failure'], askedAt: number) {
      if (failure !== 'unreachable' || heardAt <= askedAt) set(false, failure)
    },
    doubt: () => void (doubted = true),
    end: () => void (ended = true),
  }
}
