import { z } from 'zod'
import { accountHeader } from './account.ts'
import { call, heardBy } from './define.ts'
import { requestSummary } from './requests.ts'
import { date, identifier, money } from './values.ts'

export const supplyRequests = z.object({
  account: accountHeader,
  /** Where the account's zone is. */
  today: date,
  /** What the account owes; negative is in the customer's favour. */
  totalOwed: money,
  /** As of `accountHome`. */
  pendingInvoices: z.int(),
  outdatedInvoices: z.int(),
  /** By which documents a new holder can be told, as the utility writes them. */
  documents: z.object({ person: z.array(z.string()), company: z.array(z.string()) }),
  /** What was filed already of these kinds, newest first, what is still on its way included. */
  requests: z.array(requestSummary),
})
export type SupplyRequests = z.infer<typeof supplyRequests>

export const supplyCalls = heardBy('served', {
  /** What a person needs to know before a reconnection or another holder is asked for; filed by `requests.file`. */
  'supply.show': call(z.strictObject({ accountId: identifier }), supplyRequests),
})
