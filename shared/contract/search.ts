import { z } from 'zod'
import { call, heardBy } from './define.ts'
import { identifier } from './values.ts'

/** A list that is read at a glance; who does not find the customer in it types more. */
export const MOST_HITS = 20
export const LONGEST_SEARCH = 200

/** What of a customer answers what was typed; `recent`: nothing was typed. */
export const searchedBy = z.enum(['account', 'invoice', 'folio', 'meter', 'contract', 'document', 'phone', 'email', 'name', 'address', 'recent'])
export type SearchedBy = z.infer<typeof searchedBy>

/** `beginning`: it begins so; `similar`: with letters wrong; `partly`: all but one word of it. */
export const howFound = z.enum(['exact', 'beginning', 'similar', 'partly'])
export type HowFound = z.infer<typeof howFound>

export const searchHit = z.object({
  accountId: identifier,
  holderName: z.string(),
  /** With its check digit. */
  number: z.string(),
  /** How the zone calls it; null where it does not say. */
  numberLabel: z.string().nullable(),
  supplyAddress: z.string(),
  zoneId: identifier,
  /** Null of a zone that the feed does not tell of. */
  zoneName: z.string().nullable(),
  status: z.enum(['active', 'suspended', 'closed']),
  by: searchedBy,
  how: howFound,
})
export type SearchHit = z.infer<typeof searchHit>

export const searchCalls = heardBy('serving', {
  /**
   * The best first; closed accounts behind others that answer as well. Without a text: whom this clerk served since they signed in, the last first.
   * Problems: preparing-data, search-failed.
   */
  'search.find': call(z.strictObject({ text: z.string().max(LONGEST_SEARCH) }), z.object({ hits: z.array(searchHit).max(MOST_HITS) })),
})
