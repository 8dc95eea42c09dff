import type { ApiFailure, ApiOutcome } from '../api/outcome.ts'
import type { Clock } from '../clock.ts'

/**
 * Whether the utility can be reached, known within ten seconds both ways: after a silence of four seconds a light request is sent, which has four
 * seconds to be answered. So an outage is noticed within nine seconds and a return within six, even where connections hang.
 */
const SILENCE = 4_000
export const ANSWER_WITHIN = 4_000
const REFUSED = 30_000

interface LinkParts {
  clock: Clock
  /** In [0, 1): the kiosks of a fleet must not ask at the same time. */
  random: () => number
  /** Sends a light request; gives up after `ANSWER_WITHIN`. */
  ask: () => Promise<ApiOutcome<unknown>>
  /** Called each time that the link changes, or the reason why it is down. */
  onChange: (up: boolean, failure?: ApiFailure['failure']) => void
}

export interface Link {
  /** null before the first answer or failure. */
  up(): boolean | null
  /** Part of an answer of the utility came: postpones the next request. Only a complete answer sets the link to up. */
  heard(): void
  /** A complete answer came: the link is up. */
  answered(): void
  /** A connection broke: asks as soon as it may instead of after a silence. */
  doubt(): void
  stop(): void
}

/** Sends at most one request in four seconds, and none while other traffic proves the link. */
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

/** Milliseconds. Refused credentials are no fault of the network, and a server may lock out whoever sends them repeatedly. */
const leastWait = ({ failure, retryAfterMs = 0 }: ApiFailure): number => (failure === 'unauthorized' ? REFUSED : retryAfterMs)

/** The state of the link, by what was received and when. */
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
    /** When the silence has lasted long enough to ask. */
    silentAt: () => (up && !doubted ? heardAt + SILENCE : -Infinity),
    heard,
    answered() {
      heard()
      set(true)
    },
    /** A failed request does not set the link down when part of another answer came after it was sent. */
    unanswered(failure: ApiFailure['failure'], askedAt: number) {
      if (failure !== 'unreachable' || heardAt <= askedAt) set(false, failure)
    },
    doubt: () => void (doubted = true),
    end: () => void (ended = true),
  }
}
