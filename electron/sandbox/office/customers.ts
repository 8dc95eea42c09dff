import type { MailLocale } from '../mail/language.ts'

/** Whoever may sign in at the online office. */
export interface Customer {
  id: string
  name: string
  email: string
  /** A login beside the e-mail address. */
  userName: string | null
  /** PHC string. */
  password: string
  accountIds: string[]
  zoneId: string
  locale: MailLocale
  lastSignInAt: string | null
  /** Of the former portal: the password is good for nothing but a renewal. */
  former: boolean
}

export interface Customers {
  /** By e-mail address or user name, whatever the case. */
  byLogin(login: string): Customer | null
  /** Whether somebody has registered with the address; those of the former portal have not. */
  isRegistered(email: string): boolean
  isUserName(name: string): boolean
  find(id: string): Customer | null
  /** Whoever the former portal knew under the address is no longer there. */
  add(customer: Customer): void
}

export const foldLogin = (login: string): string => login.normalize('NFC').trim().toLowerCase()

export function createCustomers(initial: readonly Customer[]): Customers {
  const customers = new Map(initial.map((customer) => [customer.id, { ...customer }]))
  // All are looked at, whoever fits: the time tells nobody whether there is one.
  const matching = (login: string, loginOf: (customer: Customer) => string | null): Customer | null => {
    const folded = foldLogin(login)
    return [...customers.values()].filter((each) => foldLogin(loginOf(each) ?? '') === folded && folded !== '').at(0) ?? null
  }
  const byEmail = (email: string): Customer | null => matching(email, (each) => each.email)
  const byUserName = (name: string): Customer | null => matching(name, (each) => each.userName)

  return {
    byLogin(login) {
      const [ofEmail, ofName] = [byEmail(login), byUserName(login)]
      return ofEmail ?? ofName
    },
    isRegistered: (email) => byEmail(email)?.former === false,
    isUserName: (name) => byUserName(name) !== null,
    find: (id) => customers.get(id) ?? null,
    add(customer) {
      const former = byEmail(customer.email)
      if (former) customers.delete(former.id)
      customers.set(customer.id, customer)
    },
  }
}
