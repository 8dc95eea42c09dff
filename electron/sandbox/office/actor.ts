import type { Command } from '../../../shared/utility-api/generated/types.gen.ts'
import { type Refusal, refusal } from '../problem.ts'
import type { Customers } from './customers.ts'
import type { Sessions } from './sessions.ts'

/**
 * Why a command cannot be the customer's who is said to have filed it, or null. It may come long after the session, and after a restart of this
 * sandbox, which forgets whoever registered: what is not known here is no reason.
 */
export function judgeActor({ actor, accountId }: Command, { customers, sessions }: { customers: Customers; sessions: Sessions }): Refusal | null {
  if (actor.kind !== 'customer' || actor.customerId === undefined) return null
  const owner = actor.sessionId === undefined ? null : sessions.customerOf(actor.sessionId)
  if (owner !== null && owner !== actor.customerId) return refusal(422, 'not-in-this-session', 'La sesión es de otra persona')
  const customer = customers.find(actor.customerId)
  if (customer && accountId && !customer.accountIds.includes(accountId)) return refusal(422, 'not-their-account', 'La cuenta no es de esa persona')
  return null
}
