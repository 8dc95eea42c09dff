/** Why the utility's API gave no usable answer. */
export type ApiFailureKind =
  | 'unreachable' // no connection, a time-out, a connection cut
  | 'untrusted' // its certificate is not one that we trust
  | 'unauthorized' // it does not know our credentials, with a new token as well
  | 'busy' // 408, 409, 429 or 503: later, not before `retryAfterMs` where it is given
  | 'broken' // any other 5xx: later, as with `busy`
  | 'expired' // the cursor is no longer known: start again without one
  | 'not-found'
  | 'refused' // any other 4xx; 401 where it speaks of the customer who signs in, not of us
  | 'too-large'
  | 'not-an-answer' // what came is not what the contract says: a captive portal, a truncated page

export interface ApiFailure {
  ok: false
  failure: ApiFailureKind
  status?: number
  retryAfterMs?: number
  /** With `refused`: why, in the utility's words, where the call asks for them. */
  refusal?: Refusal
}

/** Why the utility will not take what it was sent. */
export interface Refusal {
  /** The last part of the problem's type, `unknown-topic`; `http-422` where it names none. */
  code: string
  /** For a clerk; bounded. May quote what the customer wrote, so it is never logged. */
  detail: string
  /** What of the request is wrong: where, as a JSON pointer (RFC 6901), and why; bounded. */
  errors: { pointer: string; detail: string }[]
  /** A sign-in of the former portal, which is renewed by this. */
  renewal?: { renewalId: string; maskedEmail: string }
}

export type ApiOutcome<T> = { ok: true; value: T } | ApiFailure

export const apiFailure = (failure: ApiFailureKind, more: Omit<ApiFailure, 'ok' | 'failure'> = {}): ApiFailure => ({
  ok: false,
  failure,
  ...more,
})
