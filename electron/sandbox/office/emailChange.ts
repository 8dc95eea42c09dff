import { readEmail } from '../../../shared/domain/email.ts'
import { maskEmail } from '../../../shared/domain/masking.ts'
import type { CodeSent } from '../../../shared/utility-api/generated/types.gen.ts'
import { wrongCode } from './activation.ts'
import { CODE_LENGTH, type Codes, createCodes } from './codes.ts'
import { createLimit } from './limit.ts'
import { instant, MINUTE, type OfficeParts } from './officeParts.ts'
import { done, type Outcome, refused, tooMany } from './outcome.ts'
import { refuseStranger, type SignedIn, zoneOf } from './signedIn.ts'

/** Another login address: asked for with the password, confirmed with the code that goes there. */
export interface EmailChange {
  request(who: SignedIn, change: { email: string; password: string }): Promise<Outcome<CodeSent>>
  /** The same code again, after a lost answer, ends well again. */
  confirm(who: SignedIn, code: string): Outcome<null>
  expireCodes(): void
}

interface Asked {
  email: string
  codes: Codes
  confirmedWith: string | null
}

const expired = refused(410, 'email-change-expired', 'El cambio de correo ya no se puede terminar')

export function createEmailChange(parts: OfficeParts): EmailChange {
  const { clock, customers, passwords, codeLifetime } = parts
  const asked = new Map<string, Asked>()
  const limits = {
    strangers: createLimit(clock, { most: 5, milliseconds: 5 * MINUTE }),
    mails: createLimit(clock, { most: 5, milliseconds: 60 * MINUTE }),
  }

  return {
    async request(who, { email: typed, password }) {
      const stranger = await refuseStranger(who, { pointer: '/password', password }, { passwords, limit: limits.strangers })
      if (stranger) return stranger
      const read = readEmail(typed)
      if (!read.ok) return refused(422, 'invalid-email', 'Revise el correo', { errors: [{ pointer: '/email', detail: 'No es una dirección de correo.' }] })
      const wait = limits.mails.take(who.customer.id)
      if (wait > 0) return tooMany(wait)
      const change = { email: read.email, codes: createCodes(clock, codeLifetime), confirmedWith: null }
      asked.set(who.session.id, change)
      writeBoth(who, change, parts)
      return done({ maskedEmail: maskEmail(change.email), expiresAt: instant(change.codes.goodUntil()), codeLength: CODE_LENGTH })
    },
    confirm({ customer, session }, code) {
      const change = asked.get(session.id)
      if (!change) return expired
      if (change.confirmedWith !== null) return change.confirmedWith === code ? done(null) : expired
      const verdict = change.codes.check(code)
      if (verdict === 'spent') return expired
      // No mail carried the code of an address that is registered.
      if (verdict === 'wrong' || customers.isRegistered(change.email)) return wrongCode
      change.confirmedWith = code
      customer.email = change.email
      return done(null)
    },
    expireCodes: () => asked.forEach(({ codes }) => codes.expire()),
  }
}

/** The code to the new address, or the news that it is registered already; a notice to the old one. */
function writeBoth(who: SignedIn, { email, codes }: Asked, parts: OfficeParts): void {
  const { customers, write } = parts
  const { locale, email: old } = who.customer
  const zone = zoneOf(who, parts)
  const code = codes.issue()
  if (customers.isRegistered(email)) write({ occasion: 'emailTaken', to: email, locale, zone })
  else write({ occasion: 'emailChangeCode', to: email, locale, zone, code, until: codes.goodUntil() })
  write({ occasion: 'emailChangeNotice', to: old, locale, zone, maskedEmail: maskEmail(email) })
}
