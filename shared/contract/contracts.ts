import { z } from 'zod'
import { accountHeader, conventions, invoiceSummary } from './account.ts'
import { call, heardBy } from './define.ts'
import { payTogether } from './payment.ts'
import { identifier, money, nothing } from './values.ts'

/** So many accounts a visit may hold by bills that were shown. */
export const MOST_CONTRACTS = 10

/** An account of the session as *Mis contratos* lists it. */
export const contractSummary = z.object({
  account: accountHeader,
  /** What the account owes; negative is in the customer's favour. */
  totalOwed: money,
  /** The newest invoice that was not cancelled; null where there is none. */
  last: invoiceSummary.nullable(),
  /** The invoice with which it was opened; null where it was opened otherwise. */
  identifiedBy: identifier.nullable(),
})
export type ContractSummary = z.infer<typeof contractSummary>

export const contractList = z.object({
  /** The one opened last stands first. */
  contracts: z.array(contractSummary),
  /** So many that the session holds cannot be shown: they are no longer among the utility's data, or of another branch and did not come. */
  withdrawn: z.int(),
  /** So many more of whoever is signed in are being read at the utility for this visit. */
  coming: z.int(),
  /** Another try may bring some that did not come. */
  again: z.boolean(),
  /**
   * What those of `contracts` that owe something owe together: what is in a customer's favour in one pays nothing in another. Null where there are not
   * several, or their currencies differ. `outdatedInvoices`: as of `AccountHome`.
   */
  total: z.object({ owed: money, outdatedInvoices: z.int(), conventions }).nullable(),
  /** Several of them can be paid with one slip. */
  canPayTogether: z.boolean(),
})
export type ContractList = z.infer<typeof contractList>

export const contractCalls = heardBy('served', {
  /** Every account that the session holds. */
  'contracts.list': call(nothing, contractList),
  /** Asks the utility again for those of whoever is signed in that are missing; answers when the first has come, or when none comes. */
  'contracts.readAgain': call(nothing, nothing),
  /** Which of them can be paid with one slip, and where. */
  'contracts.toPay': call(nothing, payTogether),
})

export const contractEvents = {
  /** Those of whoever is signed in: so many can be shown now, so many cannot. */
  'contracts.changed': z.object({ shown: z.int(), elsewhere: z.int() }),
}
