import type { CodeSent } from '../../shared/contract/signIn.ts'
import type { RenewalAsked } from '../api/customers.ts'
import type { Counter } from '../session/counter.ts'
import { createOfVisit } from './ofVisit.ts'
import { createTryKeys, type TryKeys } from './tries.ts'

/** The contract's default. */
const CODE_LENGTH = 6

/** A renewal that waits for its code and a new password. */
export interface Renewal {
  renewalId: string
  /** In figures; null where the utility did not say. */
  codeLength: number | null
  keyOf: TryKeys
}

/** The renewal that the visitor has begun: by asking for it, or by a sign-in that the former portal left. In memory, for the visit. */
export interface Renewals {
  begin(visit: string, told: { renewalId: string; maskedEmail: string } | RenewalAsked): CodeSent
  current(): Renewal | null
  forget(visit: string): void
}

export function createRenewals(counter: Pick<Counter, 'current' | 'whenOver'>): Renewals {
  const renewal = createOfVisit<Renewal>(counter)
  return {
    begin(visit, told) {
      const isFormer = 'maskedEmail' in told
      renewal.set(visit, { renewalId: told.renewalId, codeLength: isFormer ? null : told.codeLength, keyOf: createTryKeys() })
      return isFormer
        ? { maskedEmail: told.maskedEmail || null, codeLength: CODE_LENGTH, expiresAt: null }
        : { maskedEmail: null, codeLength: told.codeLength, expiresAt: told.expiresAt ?? null }
    },
    current: renewal.get,
    forget: renewal.forget,
  }
}
