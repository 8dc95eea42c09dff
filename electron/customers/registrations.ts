import type { WaitingRegistration } from '../../shared/contract/registration.ts'
import type { RegistrationStanding } from '../api/customers.ts'
import { qrPicture } from '../documents/qrPicture.ts'
import { pageName } from '../onlinePayments/pageName.ts'
import type { Counter } from '../session/counter.ts'
import { createOfVisit, type OfVisit } from './ofVisit.ts'
import { createTryKeys } from './renewals.ts'

/** A registration that the visitor has begun: in memory, for the visit. */
export interface BegunRegistration {
  registrationId: string
  zoneId: string
  /** What a password may not be made of. */
  known: readonly string[]
  /** Of the code that was sent last, in figures. */
  codeLength: number
  /** On the monotonic clock: when a code was sent last. */
  sentAt: number
  /** The Idempotency-Key of a try at activation. */
  keyOf: (code: string, password: string) => string
}

export const createRegistrations = (counter: Pick<Counter, 'current'>): OfVisit<BegunRegistration> => createOfVisit<BegunRegistration>(counter)

export const beginRegistration = (begun: Omit<BegunRegistration, 'keyOf'>): BegunRegistration => ({ ...begun, keyOf: createTryKeys() })

/** What screens show of one that waits for its code. */
export function describeWaiting({ maskedEmail, codeLength, expiresAt, activationUrl }: RegistrationStanding): WaitingRegistration {
  const qr = activationUrl === null ? null : qrPicture(activationUrl)
  return { sent: { maskedEmail, codeLength, expiresAt }, phone: qr && activationUrl !== null ? { qr, page: pageName(activationUrl) } : null }
}
