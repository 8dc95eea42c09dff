import { z } from 'zod'
import { date, identifier } from './values.ts'

const invoices = z.array(identifier).min(1).max(12)

/** A document that can be had on paper, looked at or saved: what it is of, never what stands on it. */
export const documentRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('duplicate'), invoiceId: identifier }),
  /** Of something that this session filed. */
  z.strictObject({ kind: z.literal('receipt'), commandId: identifier }),
  z.strictObject({ kind: z.literal('statement'), accountId: identifier, from: date, to: date }),
  /** Readings and what was consumed; as a file only. */
  z.strictObject({ kind: z.literal('consumption'), accountId: identifier }),
  /** To pay at a bank or store. */
  z.strictObject({ kind: z.literal('slip'), bankId: identifier, invoiceIds: invoices }),
  /** To pay at the cash desk of this branch. */
  z.strictObject({ kind: z.literal('cashTicket'), invoiceIds: invoices }),
  /** A number in the queue of the counter. */
  z.strictObject({ kind: z.literal('turn') }),
  /** What staff look at who set up the printer of tickets; no session may have it. */
  z.strictObject({ kind: z.literal('testPage') }),
])
export type DocumentRef = z.infer<typeof documentRef>

export const fileFormat = z.enum(['pdf', 'xlsx', 'csv', 'xml'])
export type FileFormat = z.infer<typeof fileFormat>
