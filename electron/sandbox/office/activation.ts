import type { OfficeParts } from './officeParts.ts'
import { done, type Outcome, refused } from './outcome.ts'
import { judgePassword } from './passwordRule.ts'
import { customerOf, type PendingRegistration } from './pendingRegistration.ts'

export interface Activation {
  code: string
  password: string
}

export const registrationExpired = refused(410, 'registration-expired', 'El registro ya no se puede terminar')
export const wrongCode = refused(422, 'wrong-code', 'El código no es correcto', { errors: [{ pointer: '/code', detail: 'El código no es correcto.' }] })

/** Finishes a registration with an e-mailed code and a password; only a wrong code counts as a try. */
export async function activate(registration: PendingRegistration, { code, password }: Activation, parts: OfficeParts): Promise<Outcome<null>> {
  const { customers, passwords, write } = parts
  const { email, userName, zone, account, locale, codes } = registration
  if (registration.isActive) return registrationExpired
  const verdict = codes.check(code)
  if (verdict === 'spent') return registrationExpired
  // No mail carried the code of an address that is registered.
  if (verdict === 'wrong' || customers.isRegistered(email)) return wrongCode
  const weak = judgePassword(password, zone, { email, userName, accountNumber: account.number, company: zone.company })
  if (weak) return weak
  registration.isActive = true
  customers.add(customerOf(registration, await passwords.hash(password)))
  write({ occasion: 'active', to: email, locale, zone, email })
  return done(null)
}
