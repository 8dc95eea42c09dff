import type { Lag, LaggingEffects } from './lag.ts'
import type { TextLength } from './longTexts.ts'

/**
 * How the sandbox can fail: `down` cuts the connection before an answer, `slow` waits or drips, `status` answers with an error,
 * `truncated` cuts the answer in half, `garbage` answers 200 with a page as a captive portal does, `lostReply` does the work and cuts
 * the connection instead of answering, `otherShape` does the work and answers with JSON that is not the contract's.
 */
export type FaultKind = 'down' | 'slow' | 'status' | 'truncated' | 'garbage' | 'lostReply' | 'otherShape'

export interface FaultOptions {
  /** Only requests whose path (without its query) matches; all without it. */
  paths?: RegExp
  /** Only so many requests; until cleared without it. */
  times?: number
  /** With `status`: the status, 503 unless given. */
  status?: number
  /** With `status`: the problem's name (`registration-expired`), `unavailable` unless given. */
  problem?: string
  /** With `status`: what of the request is said to be wrong. */
  errors?: { pointer: string; detail: string }[]
  /** With `status`: sent as it is, be it seconds, a date or nonsense. */
  retryAfter?: string
  /** With `slow`: wait so long before the work begins. */
  delayMilliseconds?: number
  /** With `slow`: wait for this before the work begins. */
  until?: Promise<unknown>
  /** With `slow`: send the answer in pieces of so many bytes, `dripMilliseconds` apart. */
  dripBytes?: number
  dripMilliseconds?: number
  /** With `truncated`: the answer ends properly, so that only its content tells. */
  endsProperly?: boolean
}

export interface Fault extends FaultOptions {
  kind: FaultKind
}

export interface Faults {
  /** Fails from now on as told; `null` ends it. The last call counts alone. */
  set(kind: FaultKind | null, options?: FaultOptions): void
  /** The fault that a request meets, counted off. */
  take(path: string): Fault | null
  /** How many requests have failed since the fault was set. */
  met(): number
  /**
   * The feed tells of what commands caused only so many milliseconds after their receipt, or never (`Infinity`); counts beside `set`, for
   * commands that are accepted from now on.
   */
  lag(milliseconds: Lag): void
  /** The feed tells of everything that it lags behind with. */
  catchUp(): void
  /** The feed brings one account, the notices and the topics again, with every text so long; counts beside `set`. */
  lengthenTexts(length: TextLength): void
}

/**
 * @param onDown called when everything goes down, to cut what is already connected
 */
export function createFaults(onDown: () => void, effects: LaggingEffects, lengthenTexts: Faults['lengthenTexts']): Faults {
  let fault: Fault | null = null
  let met = 0
  return {
    set(kind, options = {}) {
      fault = kind === null ? null : { ...options, kind }
      met = 0
      if (kind === 'down' && !options.paths) onDown()
    },
    take(path) {
      if (!fault || (fault.paths && !fault.paths.test(path))) return null
      if (fault.times !== undefined && met >= fault.times) return null
      met += 1
      return fault
    },
    met: () => met,
    lag: effects.setLag,
    catchUp: effects.catchUp,
    lengthenTexts,
  }
}
