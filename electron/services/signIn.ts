import type { HandlersOf } from '../../shared/contract/index.ts'
import type { SignedIn } from '../../shared/contract/signIn.ts'
import { asPassword } from '../../shared/domain/password.ts'
import { failure, success } from '../../shared/result.ts'
import type { CustomerKey, SignedIn as Answer } from '../api/customers.ts'
import type { ApiFailure } from '../api/outcome.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import type { CustomerKeys } from '../customers/customerKeys.ts'
import type { CustomerLogins } from '../customers/customerLogins.ts'
import type { VisitAccounts } from '../customers/visitAccounts.ts'
import { reachOffice, type OfficeParts } from '../customers/office.ts'
import type { OfficeAudit } from '../customers/officeAudit.ts'
import { officeProblem } from '../customers/officeFailure.ts'
import type { Pace } from '../customers/pace.ts'
import type { Renewals } from '../customers/renewals.ts'
import type { Counter, Session } from '../session/counter.ts'
import type { Customer } from '../session/person.ts'
import type { SignInThrottle } from '../session/signInThrottle.ts'

export interface SignInParts extends Omit<OfficeParts, 'wait'> {
  audit: OfficeAudit
  counter: Pick<Counter, 'current' | 'signIn' | 'isLate' | 'end'>
  keys: CustomerKeys
  logins: Pick<CustomerLogins, 'set'>
  /** Theirs that the branch's feed does not hold are read for the visit. */
  visiting: Pick<VisitAccounts, 'of' | 'read' | 'first' | 'standing'>
  /** The first load is complete. */
  isReady: () => boolean
  throttle: SignInThrottle
  renewals: Renewals
  pace: Pace
}

type Entered = Awaited<ReturnType<HandlersOf<'signIn'>['signIn.enter']>>

/** Sign-in at the utility's online office. Nothing of a login or a password is kept, nor of why it failed more than that it did. */
export function createSignInService(parts: SignInParts) {
  const { counter, throttle, pace } = parts
  /** The try that the person still waits for. */
  let wanted: object | null = null

  return {
    'signIn.enter': ({ login: typed, password }) =>
      pace(async () => {
        // Before the first load none of the accounts could be shown.
        if (!parts.isReady()) return failure({ code: 'preparing-data' })
        const login = typed.normalize('NFC').trim()
        const office = reachOffice({ ...parts, wait: throttle.remaining }, login)
        if (!office.ok) return office
        const visit = counter.current()
        const mine = (wanted = {})
        const outcome = await office.value.signIn({ login, password: asPassword(password) })
        if (!outcome.ok) return refuse(parts, { visit, login }, outcome)
        throttle.matched(login)
        return wanted === mine ? welcome(parts, visit, outcome.value) : turnAway(parts, outcome.value)
      }),
    'signIn.cancel': () => {
      wanted = null
      pace.abandon()
      // It may have come through just before.
      if (counter.current().person.kind === 'customer') counter.end('finished')
      return success({})
    },
  } satisfies Pick<HandlersOf<'signIn'>, 'signIn.enter' | 'signIn.cancel'>
}

const keyOf = ({ sessionId, sessionToken }: Answer): CustomerKey | null =>
  sessionId === undefined || sessionToken === undefined ? null : { sessionId, sessionToken }

/** Whoever typed it has left: nobody stays signed in. */
function turnAway({ keys }: SignInParts, answer: Answer): Entered {
  const key = keyOf(answer)
  if (key) keys.end(key)
  return failure({ code: 'not-allowed' })
}

async function welcome(parts: SignInParts, visit: Session, answer: Answer): Promise<Entered> {
  const { audit, counter, keys, logins, visiting } = parts
  const { customerId, sessionId, accountIds, email, name } = answer
  const customer: Customer = { kind: 'customer', customerId, customerSessionId: sessionId ?? null, accountIds }
  if (counter.isLate()) return turnAway(parts, answer)
  try {
    audit.record(customer, 'customer.signedIn', 'signed-in')
  } catch (error) {
    turnAway(parts, answer)
    throw error
  }
  // Whoever was signed in before in this visit is signed out by it.
  if (!counter.signIn(customer)) return turnAway(parts, answer)
  const key = keyOf(answer)
  if (key) keys.hold(visit.id, key)
  logins.set(visit.id, { email, name, asked: null, unanswered: null })
  visiting.read()
  // Without an account here there is nothing to show yet.
  if (describe(visiting, answer).accounts.length === 0) await visiting.first()
  return success({ outcome: 'signedIn', customer: describe(visiting, answer) })
}

function refuse({ audit, throttle, renewals }: SignInParts, { visit, login }: { visit: Session; login: string }, outcome: ApiFailure): Entered {
  const { failure: kind, refusal, status } = outcome
  if (kind === 'unauthorized') return failure({ code: 'utility-busy' })
  if (status === 403 && refusal?.renewal) return success({ outcome: 'renewal', sent: renewals.begin(visit.id, refusal.renewal) })
  if (status !== 401) return failure(officeProblem(outcome))
  throttle.missed(login)
  audit.note(visit.person, 'customer.signInFailed', 'wrong-login')
  return failure({ code: 'wrong-login' })
}

function describe({ of, standing }: SignInParts['visiting'], { name, lastSignInAt = null, accountIds }: Answer): SignedIn {
  const accounts = accountIds.flatMap((id) => findAccount(of(id), id) ?? []).map(({ id, zoneId }) => ({ accountId: id, zoneId }))
  return { name, lastSignInAt, accounts, elsewhere: accountIds.length - accounts.length, again: standing().again }
}
