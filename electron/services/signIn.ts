import type { HandlersOf } from '../../shared/contract/index.ts'
import type { SignedIn } from '../../shared/contract/signIn.ts'
import { asPassword } from '../../shared/domain/password.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { SignedIn as Answer } from '../api/customers.ts'
import type { ApiFailure } from '../api/outcome.ts'
import type { Audit } from '../audit/audit.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { WritableDb } from '../cache/db.ts'
import type { CustomerKeys } from '../customers/customerKeys.ts'
import { reachOffice, type OfficeParts } from '../customers/office.ts'
import { officeProblem } from '../customers/officeFailure.ts'
import type { Renewals } from '../customers/renewals.ts'
import { auditName } from '../session/actor.ts'
import type { Counter } from '../session/counter.ts'
import { actorOf } from '../session/person.ts'
import type { SignInThrottle } from '../session/signInThrottle.ts'

export interface SignInParts extends Omit<OfficeParts, 'wait'> {
  db: WritableDb
  audit: Audit
  counter: Pick<Counter, 'current' | 'signIn'>
  keys: CustomerKeys
  throttle: SignInThrottle
  renewals: Renewals
}

/** Sign-in at the utility's online office. Nothing of a login or a password is kept, nor of why it failed more than that it did. */
export function createSignInService(parts: SignInParts) {
  const { db, audit, counter, keys, throttle, renewals } = parts
  const record = (what: 'customer.signedIn' | 'customer.signInFailed', outcome: string): void =>
    inTransaction(db, () => audit.record({ who: auditName(actorOf(counter.current().person)), what, subject: {}, outcome }))

  function welcome(visit: string, answer: Answer): Result<{ outcome: 'signedIn'; customer: SignedIn }> {
    const { customerId, sessionId, sessionToken, accountIds } = answer
    if (sessionId !== undefined && sessionToken !== undefined) keys.hold(visit, { sessionId, sessionToken })
    if (!counter.signIn({ customerId, customerSessionId: sessionId ?? null, accountIds })) {
      // Whoever typed it has left: nobody stays signed in.
      keys.release(visit)
      return failure({ code: 'not-allowed' })
    }
    record('customer.signedIn', 'signed-in')
    return success({ outcome: 'signedIn', customer: describe(db, answer) })
  }

  function refuse(visit: string, login: string, outcome: ApiFailure) {
    const { refusal, status } = outcome
    if (status === 403 && refusal?.renewal) return success({ outcome: 'renewal' as const, sent: renewals.begin(visit, refusal.renewal) })
    if (status !== 401) return failure(officeProblem(outcome))
    throttle.missed(login)
    record('customer.signInFailed', 'wrong-login')
    return failure({ code: 'wrong-login' })
  }

  return {
    'signIn.enter': async ({ login: typed, password }) => {
      const login = typed.normalize('NFC').trim()
      const office = reachOffice({ ...parts, wait: throttle.remaining }, login)
      if (!office.ok) return office
      const visit = counter.current().id
      const outcome = await office.value.signIn({ login, password: asPassword(password) })
      if (!outcome.ok) return outcome.failure === 'unauthorized' ? failure({ code: 'utility-busy' }) : refuse(visit, login, outcome)
      throttle.matched(login)
      return welcome(visit, outcome.value)
    },
  } satisfies Pick<HandlersOf<'signIn'>, 'signIn.enter'>
}

function describe(db: WritableDb, { name, lastSignInAt = null, accountIds }: Answer): SignedIn {
  const accounts = accountIds.flatMap((id) => findAccount(db, id) ?? []).map(({ id, zoneId }) => ({ accountId: id, zoneId }))
  return { name, lastSignInAt, accounts, elsewhere: accountIds.length - accounts.length }
}
