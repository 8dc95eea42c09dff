import { z } from 'zod'
import { invoiceDeliveries } from '../domain/invoiceDeliveryFields.ts'
import { accountHeader } from './account.ts'
import { call, heardBy } from './define.ts'
import { legalText } from './kiosk.ts'
import { requestState } from './requests.ts'
import { identifier, instant } from './values.ts'

const delivery = z.enum(invoiceDeliveries)

export const invoiceDeliveryShown = z.object({
  account: accountHeader,
  /** How the invoices come today. */
  delivery,
  /**
   * Invoices by e-mail: the address that the utility knows, masked unless the person may read it, and what is agreed to. Without an address (null) the
   * person, who may read what the utility knows, says to which. Null where they cannot be had here: `instead` says how.
   */
  byEmail: z.object({ address: z.string().nullable(), consent: legalText }).nullable(),
  /** `signIn`: the utility knows no address, and a bill in the hand gives it none. `counter`: it publishes no text to agree to. */
  instead: z.enum(['signIn', 'counter']).nullable(),
  /** What was asked for at this kiosk and the utility's data do not show yet. */
  asked: z.object({ delivery, folio: z.string(), at: instant, state: requestState }).nullable(),
})
export type InvoiceDeliveryShown = z.infer<typeof invoiceDeliveryShown>

export const invoiceDeliveryCalls = heardBy('served', {
  /** How the invoices of the account come, and what there is to agree to for another way; filed by `requests.file`. */
  'invoiceDelivery.show': call(z.strictObject({ accountId: identifier, language: z.string().max(20) }), invoiceDeliveryShown),
})
