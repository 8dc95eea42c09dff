import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { CodeSent } from '../../shared/contract/signIn.ts'
import type { RenewalAsked } from '../api/customers.ts'
import type { Counter } from '../session/counter.ts'
import { createOfVisit } from './ofVisit.ts'

/** The contract's default. */
const CODE_LENGTH = 6

/** A renewal that waits for its code and a new password. */
export interface Renewal {
  renewalId: string
  /** The Idempotency-Key of a try, the same for the same try again: one whose answer was lost ends well. */
  keyOf(code: string, password: string): string
}

/** The renewal that the visitor has begun: by asking for it, or by a sign-in that the former portal left. In memory, for the visit. */
export interface Renewals {
  begin(visit: string, told: { renewalId: string; maskedEmail: string } | RenewalAsked): CodeSent
  current(): Renewal | null
  forget(visit: string): void
}

export function createRenewals(counter: Pick<Counter, 'current'>): Renewals {
  const renewal = createOfVisit<Renewal>(counter)
  return {
    begin(visit, told) {
      renewal.set(visit, { renewalId: told.renewalId, keyOf: createTryKeys() })
      return 'maskedEmail' in told
        ? { maskedEmail: told.maskedEmail || null, codeLength: CODE_LENGTH, expiresAt: null }
        : { maskedEmail: null, codeLength: told.codeLength, expiresAt: told.expiresAt ?? null }
    },
    current: renewal.get,
    forget: renewal.forget,
  }
}

/** What belongs to a try: the same for the same try again, and another for each different one. */
export type Tries<T> = (...what: string[]) => T

/**
 * The last is the only one that may be made again. What a try is made of are codes and passwords: what is kept of them is a digest under a secret that
 * nobody else has.
 */
export function createTries<T>(begin: () => T): Tries<T> {
  const secret = randomBytes(32)
  const digestOf = (parts: readonly string[]): string => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64')
  let last: { digest: string; value: T } | null = null
  return (...parts) => {
    const digest = digestOf(parts)
    if (last?.digest !== digest) last = { digest, value: begin() }
    return last.value
  }
}

/** One Idempotency-Key for each different try. */
export const createTryKeys = (): Tries<string> => createTries(randomUUID)
