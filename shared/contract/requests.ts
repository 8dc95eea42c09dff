import { z } from 'zod'
import { accountHeader } from './account.ts'
import { call, heardBy } from './define.ts'
import { filedKind, filingForm } from './filings.ts'
import { date, identifier, instant, nothing } from './values.ts'

/**
 * `stored`: on this kiosk, on its way to the utility. `setAside`: the utility did not take it, staff will see to it. `closed`: they have
 * corrected or closed it, and nobody waits for anything any more. The others are the utility's own.
 */
export const requestState = z.enum(['stored', 'setAside', 'closed', 'received', 'inProgress', 'waitingCustomer', 'resolved', 'rejected'])
export type RequestState = z.infer<typeof requestState>

export const requestSummary = z.object({
  id: identifier,
  kind: filedKind,
  /** The topic's name; empty where the kind has none. */
  topic: z.string(),
  /** null where the utility does not tell. */
  topicId: identifier.nullable(),
  invoiceId: identifier.nullable(),
  /** The folio of the claim that it adds to, of one filed here. */
  addsTo: z.string().nullable(),
  state: requestState,
  /** What a kiosk gave the customer. */
  folio: z.string().nullable(),
  /** The utility's own number. */
  utilityFolio: z.string().nullable(),
  filedOn: date,
  answerDueOn: date.nullable(),
  answer: z.string().nullable(),
})
export type RequestSummary = z.infer<typeof requestSummary>

/** What *Consultar folio* tells whoever holds the folio: no personal data. */
export const folioState = requestSummary.pick({ kind: true, state: true, utilityFolio: true, filedOn: true, answerDueOn: true }).extend({
  folio: z.string(),
  /** The folio of what was filed in its place, after the utility did not take it. */
  successor: z.string().nullable(),
})
export type FolioState = z.infer<typeof folioState>

export const topic = z.object({
  id: identifier,
  kind: z.enum(['question', 'claim']),
  name: z.string(),
  /** A leak: the emergency number comes first. */
  emergency: z.boolean(),
  /** What the data say comes first, and how to look for a leak (decision 35). */
  highConsumption: z.boolean(),
  requiresInvoice: z.boolean(),
  requiresReading: z.boolean(),
})
export type Topic = z.infer<typeof topic>

/** What the screen *Recibimos su solicitud* shows. */
export const filedRequest = z.object({
  commandId: identifier,
  folio: z.string(),
  kind: filedKind,
  topic: z.string(),
  /** The folio of the claim that it adds to. */
  addsTo: z.string().nullable(),
  emergency: z.boolean(),
  filedAt: instant,
  state: requestState,
  utilityFolio: z.string().nullable(),
  answerDueOn: date.nullable(),
})
export type FiledRequest = z.infer<typeof filedRequest>

export const requestCalls = heardBy('served', {
  'requests.topics': call(nothing, z.object({ topics: z.array(topic) })),
  /** Newest first, what is still on its way included. */
  'requests.list': call(z.strictObject({ accountId: identifier }), z.object({ account: accountHeader, requests: z.array(requestSummary) })),
  /**
   * On the disk, with its folio, when this answers. Problems: invalid-fields, cannot-store, not-enrolled, other-machine, folios-exhausted,
   * notice-changed, not-allowed; bad-request where the form filed something else before.
   */
  'requests.file': call(filingForm, filedRequest),
  /** What became of a request that this session filed. */
  'requests.filed': call(z.strictObject({ commandId: identifier }), filedRequest),
  /** By the folio of the receipt, or by the utility's number of what was filed here. Problems: invalid-fields (`folio`), no-such-folio, throttled, preparing-data. */
  'requests.byFolio': call(z.strictObject({ folio: z.string().max(100) }), folioState),
})

export const requestEvents = {
  /** Something that was filed, or that may have come of it, changed: whoever shows it asks again. */
  'requests.changed': nothing,
}
