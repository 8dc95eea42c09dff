import { randomUUID } from 'node:crypto'
import type { WaitingRegistration } from '../../shared/contract/registration.ts'
import type { RegistrationStanding } from '../api/customers.ts'
import { qrPicture } from '../documents/qrPicture.ts'
import { hostName, pageName } from '../api/pageName.ts'
import type { Counter } from '../session/counter.ts'
import { createOfVisit, type OfVisit } from './ofVisit.ts'
import { createTryKeys, type TryKeys } from './tries.ts'

/** Where a code went, as paper may say it: no address in full, neither the customer's nor the page's, which is a secret. */
export interface MailedCode {
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
  /** Of the code that was sent last, in figures. */
  codeLength: number
  /** On the monotonic clock: when a code was sent last. */
  sentAt: number
  sent: MailedCode
  /** The answer to the last try at activation was lost: it may be active. */
  unanswered: boolean
  /** Of a try at activation. */
  keyOf: TryKeys
}

export const createRegistrations = (counter: Pick<Counter, 'current' | 'whenOver'>): OfVisit<BegunRegistration> => createOfVisit<BegunRegistration>(counter)

export const beginRegistration = (begun: Omit<BegunRegistration, 'keyOf' | 'begunId' | 'unanswered'>): BegunRegistration => ({
  ...begun,
  begunId: randomUUID(),
  unanswered: false,
  keyOf: createTryKeys(),
})

export const mailedCode = ({ maskedEmail, expiresAt, activationUrl }: RegistrationStanding): MailedCode => ({
  maskedEmail,
  expiresAt,
  page: activationUrl === null ? null : hostName(activationUrl),
})

/** What screens show of one that waits for its code. */
export function describeWaiting(begunId: string, { maskedEmail, codeLength, expiresAt, activationUrl }: RegistrationStanding): WaitingRegistration {
  const qr = activationUrl === null ? null : qrPicture(activationUrl)
  return { begunId, sent: { maskedEmail, codeLength, expiresAt }, phone: qr && activationUrl !== null ? { qr, page: pageName(activationUrl) } : null }
}
