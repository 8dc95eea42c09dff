import { randomUUID } from 'node:crypto'
import type { WaitingRegistration } from '../../shared/contract/registration.ts'
import type { RegistrationStanding } from '../api/customers.ts'
import { qrPicture } from '../documents/qrPicture.ts'
import { hostName, pageName } from '../onlinePayments/pageName.ts'
import type { Counter } from '../session/counter.ts'
import { createOfVisit, type OfVisit } from './ofVisit.ts'
import { createTryKeys } from './renewals.ts'

/** Where a code went, as paper may say it: no address in full, neither the customer's nor the page's, which is a secret. */
export interface SentCode {
  maskedEmail: string
  expiresAt: string
  /** The host of the page that finishes it; null where the utility has none. */
  page: string | null
}

/** A registration that the visitor has begun: in memory, for the visit. */
export interface BegunRegistration {
  /** The kiosk's own name for it, which the page knows; the utility's is no business of the page. */
  begunId: string
  registrationId: string
  zoneId: string
  /** What a password may not be made of. */
  known: readonly string[]
  /** On the monotonic clock: when a code was sent last. */
  sentAt: number
  sent: SentCode
  /** The Idempotency-Key of a try at activation. */
  keyOf: (code: string, password: string) => string
}

export const createRegistrations = (counter: Pick<Counter, 'current'>): OfVisit<BegunRegistration> => createOfVisit<BegunRegistration>(counter)

export const beginRegistration = (begun: Omit<BegunRegistration, 'keyOf' | 'begunId'>): BegunRegistration => ({
  ...begun,
  begunId: randomUUID(),
  keyOf: createTryKeys(),
})

export const sentCode = ({ maskedEmail, expiresAt, activationUrl }: RegistrationStanding): SentCode => ({
  maskedEmail,
  expiresAt,
  page: activationUrl === null ? null : hostName(activationUrl),
})

/** What screens show of one that waits for its code. */
export function describeWaiting(begunId: string, { maskedEmail, codeLength, expiresAt, activationUrl }: RegistrationStanding): WaitingRegistration {
  const qr = activationUrl === null ? null : qrPicture(activationUrl)
  return { begunId, sent: { maskedEmail, codeLength, expiresAt }, phone: qr && activationUrl !== null ? { qr, page: pageName(activationUrl) } : null }
}
