import { maskEmail } from '../../../shared/domain/masking.ts'
import type { CustomerSession } from '../../../shared/utility-api/generated/types.gen.ts'
import { type Customer, foldLogin } from './customers.ts'
import { createLimit } from './limit.ts'
import { instant, MINUTE, type OfficeParts } from './officeParts.ts'
import { createOpenSessions, type OpenSessions } from './openSessions.ts'
import { done, type Outcome, refused, tooMany } from './outcome.ts'
import type { Renewals } from './renewals.ts'
import type { SignedIn } from './signedIn.ts'

/** Customers who are signed in. */
export interface Sessions extends Pick<OpenSessions, 'isOpen' | 'customerOf' | 'endThoseOf' | 'endAll'> {
  /** The same answer and the same work for a login that is nobody's and for a wrong password. */
  signIn(login: string, password: string, acceptLanguage?: string): Promise<Outcome<CustomerSession>>
  /** Who is signed in, if the token is the session's own and it has not ended. */
  authorize(id: string, token: unknown): Outcome<SignedIn>
  /** Ends also well where it had ended before. */
  signOut(id: string, token: unknown): Outcome<null>
}

const wrongCredentials = refused(401, 'wrong-credentials', 'El usuario o la contraseña no son correctos')
const sessionEnded = refused(401, 'session-ended', 'La sesión terminó')

export function createSessions(parts: OfficeParts, requestRenewal: Renewals['request']): Sessions {
  const { clock, customers, passwords, tellsMore } = parts
  const sessions = createOpenSessions(clock)
  const limit = createLimit(clock, { most: 5, milliseconds: 5 * MINUTE })

  function open(customer: Customer): CustomerSession {
    const { id: customerId, name, email, accountIds, lastSignInAt } = customer
    customer.lastSignInAt = instant(clock.now())
    const session = sessions.open(customerId)
    return { customerId, name, email, accountIds: [...accountIds], lastSignInAt, ...(tellsMore && session) }
  }

  return {
    async signIn(login, password, acceptLanguage) {
      const wait = limit.take(foldLogin(login))
      if (wait > 0) return tooMany(wait)
      const customer = customers.byLogin(login)
      const isRight = await passwords.verify(password, customer?.password ?? null)
      if (!customer || !isRight) return wrongCredentials
      limit.forget(foldLogin(login))
      return customer.former ? renewalRequired(customer, requestRenewal(login, acceptLanguage)) : done(open(customer))
    },
    authorize(id, token) {
      const session = sessions.find(id, token)
      const customer = session && customers.find(session.customerId)
      return session && customer ? done({ session, customer }) : sessionEnded
    },
    signOut: (id, token) => (sessions.end(id, token) ? done(null) : sessionEnded),
    isOpen: sessions.isOpen,
    customerOf: sessions.customerOf,
    endThoseOf: sessions.endThoseOf,
    endAll: sessions.endAll,
  }
}

/** The password of the former portal opens nothing but a renewal. */
function renewalRequired({ email }: Customer, renewal: ReturnType<Renewals['request']>): Outcome<never> {
  if (!renewal.ok) return renewal
  const { renewalId } = renewal.value
  return refused(403, 'renewal-required', 'Hay que renovar la contraseña', { renewalId, maskedEmail: maskEmail(email) })
}
