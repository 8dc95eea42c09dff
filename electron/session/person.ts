import { hears, type Standing, type StaffRole } from '../../shared/contract/audience.ts'
import { MOST_CONTRACTS } from '../../shared/contract/contracts.ts'
import type { Actor } from './actor.ts'

/** A bill that was shown at the counter: it proves its account. */
interface ShownBill {
  accountId: string
  invoiceId: string
}

/** Signed in. */
export interface Customer {
  kind: 'customer'
  customerId: string
  /** The utility's name for the sign-in, no secret; null where it speaks contract 1.0, which has none. */
  customerSessionId: string | null
  accountIds: readonly string[]
}

/** Signed in by PIN. */
export interface Clerk {
  kind: 'clerk'
  clerkId: string
  name: string
  roles: readonly StaffRole[]
  /** Nobody is there: nothing is read until the PIN is typed again. */
  isLocked: boolean
  /** The account of the customer who is assisted; null for none. */
  serving: string | null
}

/** Who stands at the counter. What may be read, what is masked and what the audit says follow from it, here and nowhere else. */
export type Person =
  | { kind: 'visitor' }
  /** Newest bill first, one of each account. */
  | { kind: 'invoiceHolder'; bills: readonly [ShownBill, ...ShownBill[]] }
  | Customer
  | Clerk

/** What the session may read; the account whose screens are shown stands first where that is known. */
export function accountsOf(person: Person): readonly string[] {
  switch (person.kind) {
    case 'visitor':
      return []
    case 'invoiceHolder':
      return person.bills.map(({ accountId }) => accountId)
    case 'customer':
      return person.accountIds
    case 'clerk':
      return person.serving === null || person.isLocked ? [] : [person.serving]
  }
}

/**
 * Who stands there once this bill was shown. `beside`: the accounts of the bills before stay open; else it begins anew with this one. Null where as
 * many are open as a visit may hold. Whoever was signed in, or a clerk, is then who holds this bill and no more.
 */
export function withBill(person: Person, bill: ShownBill, { beside }: { beside: boolean }): Person | null {
  const before = beside && person.kind === 'invoiceHolder' ? person.bills.filter(({ accountId }) => accountId !== bill.accountId) : []
  return before.length < MOST_CONTRACTS ? { kind: 'invoiceHolder', bills: [bill, ...before] } : null
}

/** As whom they may call (`shared/contract/audience.ts`). `diagnostics`: the program was started with the flag of that name. */
export function standingsOf(person: Person, { diagnostics }: { diagnostics: boolean }): readonly Standing[] {
  if (person.kind === 'clerk') return person.isLocked ? ['locked'] : person.roles
  return diagnostics ? [person.kind, 'diagnostics'] : [person.kind]
}

/** They serve customers, and are not locked out. */
export const servesCustomers = (person: Person): boolean => person.kind === 'clerk' && hears('serving', standingsOf(person, { diagnostics: false }))

export const mayRead = (person: Person, accountId: string): boolean => accountsOf(person).includes(accountId)

/** `masked`: names and addresses are shown as `A•• M•••••`. */
export type Masking = 'masked' | 'full'

/** A bill in the hand proves an account, not who holds it: only a sign-in or a clerk shows an account's names and addresses in full. */
export function masking(person: Person, accountId: string): Masking {
  switch (person.kind) {
    case 'visitor':
    case 'invoiceHolder':
      return 'masked'
    case 'customer':
    case 'clerk':
      return mayRead(person, accountId) ? 'full' : 'masked'
  }
}

/** The invoice that identified this account at the counter; null where it was opened otherwise. */
export function identifyingInvoice(person: Person, accountId: string): string | null {
  if (person.kind !== 'invoiceHolder') return null
  return person.bills.find((bill) => bill.accountId === accountId)?.invoiceId ?? null
}

/** Whom the utility and the audit are told of. */
export function actorOf(person: Person): Actor {
  switch (person.kind) {
    case 'visitor':
    case 'invoiceHolder':
      return { kind: person.kind }
    case 'customer':
      return { kind: 'customer', customerId: person.customerId, ...(person.customerSessionId !== null && { sessionId: person.customerSessionId }) }
    case 'clerk':
      return { kind: 'clerk', clerkId: person.clerkId }
  }
}
