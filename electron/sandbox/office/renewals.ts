import { randomBytes } from 'node:crypto'
import type { Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import type { LetterOrder } from '../mail/letter.ts'
import { mailLocale } from '../mail/language.ts'
import { wrongCode } from './activation.ts'
import { CODE_LENGTH, type Codes, createCodes } from './codes.ts'
import { type Customer, foldLogin } from './customers.ts'
import { createLimit } from './limit.ts'
import { instant, MINUTE, type OfficeParts } from './officeParts.ts'
import { done, type Outcome, refused, tooMany } from './outcome.ts'
import { judgePassword } from './passwordRule.ts'

export interface RenewalSent {
  renewalId: string
  codeLength?: number
  expiresAt?: string
}

interface Renewal {
  /** Null where the login is nobody's. */
  customerId: string | null
  codes: Codes
  isDone: boolean
}

/** New passwords for whoever lost theirs, or comes from the former portal. */
export interface Renewals {
  /** The same answer and the same work whether or not the login is somebody's. */
  request(login: string, acceptLanguage?: string): Outcome<RenewalSent>
  /** @param renewal the code and the new password */
  renew(id: string, renewal: { code: string; password: string }): Promise<Outcome<null>>
  expireCodes(): void
}

const expired = refused(410, 'renewal-expired', 'La renovación ya no se puede terminar')

/** @param onRenewed called with who has a new password: what was open with the old one ends */
export function createRenewals(parts: OfficeParts, onRenewed: (customerId: string) => void): Renewals {
  const { clock, records, customers, write, codeLifetime, tellsMore } = parts
  const renewals = new Map<string, Renewal>()
  const limit = createLimit(clock, { most: 5, milliseconds: 15 * MINUTE })

  return {
    request(login, acceptLanguage) {
      const wait = limit.take(foldLogin(login))
      if (wait > 0) return tooMany(wait)
      const customer = customers.byLogin(login)
      const codes = createCodes(clock, codeLifetime)
      const renewalId = randomBytes(12).toString('base64url')
      const code = codes.issue()
      renewals.set(renewalId, { customerId: customer?.id ?? null, codes, isDone: false })
      // Looked for whether or not there is somebody.
      const zone = records.zone(customer?.zoneId ?? '')
      if (customer && zone) write(letterTo(customer, zone, { code, until: codes.goodUntil() }, acceptLanguage))
      return done({ renewalId, ...(tellsMore && { codeLength: CODE_LENGTH, expiresAt: instant(codes.goodUntil()) }) })
    },
    async renew(id, { code, password }) {
      const renewal = renewals.get(id)
      if (!renewal || renewal.isDone) return expired
      const verdict = renewal.codes.check(code)
      if (verdict === 'spent') return expired
      const customer = renewal.customerId === null ? null : customers.find(renewal.customerId)
      // No mail carried the code where the login is nobody's.
      if (verdict === 'wrong' || !customer) return wrongCode
      const outcome = await setPassword(customer, password, renewal, parts)
      if (outcome.ok) onRenewed(customer.id)
      return outcome
    },
    expireCodes: () => renewals.forEach(({ codes }) => codes.expire()),
  }
}

function letterTo(customer: Customer, zone: Zone, code: { code: string; until: number }, acceptLanguage: string | undefined): LetterOrder {
  const locale = acceptLanguage ? mailLocale(acceptLanguage, customer.locale) : customer.locale
  return { occasion: 'renewalCode', to: customer.email, locale, zone, ...code }
}

/** From then on the login is the e-mail address alone. */
async function setPassword(customer: Customer, password: string, renewal: Renewal, { records, passwords, write }: OfficeParts): Promise<Outcome<null>> {
  const zone = records.zone(customer.zoneId)
  if (!zone) return expired
  const weak = judgePassword(password, zone, { email: customer.email, userName: customer.userName, company: zone.company })
  if (weak) return weak
  renewal.isDone = true
  Object.assign(customer, { password: await passwords.hash(password), former: false, userName: null })
  write({ occasion: 'renewed', to: customer.email, locale: customer.locale, zone, email: customer.email })
  return done(null)
}
