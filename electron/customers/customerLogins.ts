import type { Counter } from '../session/counter.ts'
import { createOfVisit, type OfVisit } from './ofVisit.ts'

/** Of whoever signed in last in a visit; whether they still are says the counter. */
export interface CustomerLogin {
  /** With which they sign in, as the utility has it. */
  email: string
  name: string
  /** The other address that they asked for, which waits for its code of so many figures. */
  asked: { email: string; codeLength: number } | null
  /** A change whose answer was lost: it may be made. Null once there was an answer. */
  unanswered: 'password' | 'email' | null
}

export type CustomerLogins = OfVisit<CustomerLogin>

export const createCustomerLogins = (counter: Pick<Counter, 'current' | 'whenOver'>): CustomerLogins => createOfVisit<CustomerLogin>(counter)
