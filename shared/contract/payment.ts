import { z } from 'zod'
import { accountHeader, invoiceSummary } from './account.ts'
import { call } from './define.ts'
import { date, identifier, money } from './values.ts'

/** Where an invoice can be paid. */
export const payPlace = z.object({
  bankId: identifier,
  name: z.string(),
  kind: z.enum(['bank', 'network', 'store']),
  /** false: its bars cannot carry this reference; the slip is printed without and says to pay at the counter. */
  bars: z.boolean(),
  /** It takes payments on one's own phone, while the utility answers. */
  online: z.boolean(),
})
export type PayPlace = z.infer<typeof payPlace>

export const payOptions = z.object({
  account: accountHeader,
  /** The one that was asked for, then the others that are owed, oldest first; `payBy`: until when a slip for it alone, printed now, is good. */
  invoices: z.array(invoiceSummary.extend({ payBy: date })),
  total: money,
  /** The same for the one that was asked for. Of several on one slip, the first of their days counts. */
  payBy: date,
  /** This branch has a printer for the ticket that its cash desk scans; else the slip for the desk comes on a sheet. */
  cashTicket: z.boolean(),
  places: z.array(payPlace),
})
export type PayOptions = z.infer<typeof payOptions>

export const paymentCalls = {
  /** Problems: not-allowed, nothing-owed, outdated-invoice. */
  'payment.options': call(z.strictObject({ invoiceId: identifier }), payOptions),
}
