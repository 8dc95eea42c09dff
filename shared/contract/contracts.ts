import { z } from 'zod'
import { accountHeader, conventions, invoiceSummary } from './account.ts'
import { call } from './define.ts'
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
  /** So many that the session holds are no longer among the utility's data. */
  withdrawn: z.int(),
  /**
   * What those of `contracts` that owe something owe together: what is in a customer's favour in one pays nothing in another. Null where there are not
   * several, or their currencies differ. `outdatedInvoices`: as of `AccountHome`.
   */
  total: z.object({ owed: money, outdatedInvoices: z.int(), conventions }).nullable(),
})
export type ContractList = z.infer<typeof contractList>

export const contractCalls = {
  /** Every account that the session holds. */
  'contracts.list': call(nothing, contractList),
}
