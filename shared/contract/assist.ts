import { z } from 'zod'
import { accountHeader } from './account.ts'
import { call, heardBy } from './define.ts'
import { jobKind, jobState } from './printing.ts'
import { consumptionRow } from './statement.ts'
import { identifier, instant, nothing } from './values.ts'

/** A clerk's page of a customer shows so many of each. */
export const MOST_READINGS = 3
export const MOST_PAPERS = 4

/** A paper of the account that was printed at this branch, in short. */
export const recentPaper = z.object({
  jobId: identifier,
  kind: jobKind,
  /** What a person knows it by. */
  name: z.string(),
  askedAt: instant,
  state: jobState,
})
export type RecentPaper = z.infer<typeof recentPaper>

/** What a clerk's page of a customer shows beside what *Mi cuenta* has. */
export const servedCustomer = z.object({
  account: accountHeader,
  /** The holder's, all but its end masked; null where the utility has none. */
  document: z.object({ type: z.string().nullable(), number: z.string() }).nullable(),
  contractNumber: z.string().nullable(),
  meterNumber: z.string(),
  tariff: z.string(),
  /** Newest first. */
  readings: z.array(consumptionRow).max(MOST_READINGS),
  papers: z.array(recentPaper).max(MOST_PAPERS),
})
export type ServedCustomer = z.infer<typeof servedCustomer>

export const assistCalls = heardBy('serving', {
  /**
   * From now on this customer is served. Each is a visit of its own: whoever was served before is so no longer, and a call of theirs that is on its way gets no answer.
   * `assist.changed` tells it. Problems: account-withdrawn, cannot-store, not-allowed.
   */
  'assist.open': call(z.strictObject({ accountId: identifier }), nothing),
  /** Nobody is served any more. */
  'assist.close': call(nothing, nothing),
  /** Problems: not-allowed, account-withdrawn. */
  'assist.customer': call(z.strictObject({ accountId: identifier }), servedCustomer),
})

export const assistEvents = {
  /** The visit of the customer before has ended; null: nobody is served. */
  'assist.changed': z.object({ serving: z.object({ accountId: identifier, zoneId: identifier }).nullable() }),
}
