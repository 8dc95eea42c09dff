import { randomBytes } from 'node:crypto'
import { holderName } from '../../../shared/domain/holder.ts'
import { maskEmail } from '../../../shared/domain/masking.ts'
import type { Account, Registration, RegistrationState, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { mailLocale, type MailLocale } from '../mail/language.ts'
import { CODE_LENGTH, type Codes, createCodes } from './codes.ts'
import type { Customer } from './customers.ts'
import { instant, type OfficeParts, type Visit } from './officeParts.ts'

export const ACTIVATION_PATH = '/activacion/'

/** A registration whose proof was good. */
export interface PendingRegistration {
  id: string
  /** What the activation link carries. */
  linkToken: string
  baseUrl: string
  zone: Zone
  account: Account
  email: string
  userName: string | null
  locale: MailLocale
  codes: Codes
  isActive: boolean
}

const random = (bytes: number): string => randomBytes(bytes).toString('base64url')

export function newRegistration(
  { form, zone, account }: { form: Registration; zone: Zone; account: Account },
  { baseUrl, acceptLanguage }: Visit,
  { clock, codeLifetime }: Pick<OfficeParts, 'clock' | 'codeLifetime'>,
): PendingRegistration {
  return {
    id: random(12),
    linkToken: random(24),
    baseUrl,
    zone,
    account,
    email: form.email,
    userName: form.userName ?? null,
    locale: mailLocale(acceptLanguage, zone.locale ?? 'es-MX'),
    codes: createCodes(clock, codeLifetime),
    isActive: false,
  }
}

/** Too many wrong codes do not end it: another can be asked for until its time is over. */
export function statusOf({ isActive, codes }: PendingRegistration): RegistrationState['status'] {
  if (isActive) return 'active'
  return codes.isOver() ? 'expired' : 'awaitingActivation'
}

export const linkOf = ({ baseUrl, linkToken }: PendingRegistration): string => `${baseUrl}${ACTIVATION_PATH}${linkToken}`

export function stateOf(registration: PendingRegistration, { tellsMore }: Pick<OfficeParts, 'tellsMore'>): RegistrationState {
  const { id, email, codes } = registration
  const status = statusOf(registration)
  return {
    registrationId: id,
    status,
    maskedEmail: maskEmail(email),
    expiresAt: instant(codes.goodUntil()),
    ...(tellsMore && status === 'awaitingActivation' && { codeLength: CODE_LENGTH, activationUrl: linkOf(registration) }),
  }
}

/** @param password PHC string */
export const customerOf = ({ account, email, userName, zone, locale }: PendingRegistration, password: string): Customer => ({
  id: `c-${random(9)}`,
  name: holderName(account.holder),
  email,
  userName,
  password,
  accountIds: [account.id],
  zoneId: zone.id,
  locale,
  lastSignInAt: null,
  former: false,
})
