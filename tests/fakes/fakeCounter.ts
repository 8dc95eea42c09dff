import type { Counter } from '../../electron/session/counter.ts'
import { mayRead, type Clerk, type Person } from '../../electron/session/person.ts'

/** A counter at which that person stands, whatever happens. */
export const counterOf = (person: Person): Pick<Counter, 'current' | 'mayRead' | 'isLate' | 'whenOver'> => ({
  current: () => ({ id: 's-1', person }),
  mayRead: (accountId) => mayRead(person, accountId),
  isLate: () => false,
  whenOver: () => undefined,
})

/** Whoever showed a bill of that account. */
export const holderOf = (accountId: string, invoiceId = 'i-1'): Person => ({ kind: 'invoiceHolder', bills: [{ accountId, invoiceId }] })

/** Somebody of the staff who is signed in and serves nobody, unless told otherwise. */
export const aClerk = (particulars: Partial<Clerk> = {}): Clerk => ({
  kind: 'clerk',
  clerkId: '17',
  name: 'Lucía Treviño Garza',
  roles: ['clerk'],
  isLocked: false,
  serving: null,
  ...particulars,
})
