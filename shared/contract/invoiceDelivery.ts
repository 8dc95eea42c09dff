import { z } from 'zod'
import { invoiceDeliveries } from '../domain/invoiceDeliveryFields.ts'
import { accountHeader } from './account.ts'
import { call } from './define.ts'
import { legalText } from './kiosk.ts'
import { requestState } from './requests.ts'
import { identifier, instant } from './values.ts'

const delivery = z.enum(invoiceDeliveries)

export const invoiceDeliveryShown = z.object({
  account: accountHeader,
  /** How the invoices come today. */
  delivery,
  /**
   * Invoices by e-mail: the address that the utility knows, masked unless the person may read it, and what is agreed to. Null where it knows none
   * or publishes no text: another address, or another kind of authorisation, takes the counter.
   */
  byEmail: z.object({ address: z.string(), consent: legalText }).nullable(),
  /** What was asked for at this kiosk and the utility's data do not show yet. */
  asked: z.object({ delivery, folio: z.string(), at: instant, state: requestState }).nullable(),
})
export type InvoiceDeliveryShown = z.infer<typeof invoiceDeliveryShown>

export const invoiceDeliveryCalls = {
  /** How the invoices of the account come, and what there is to agree to for another way; filed by `requests.file`. */
  'invoiceDelivery.show': call(z.strictObject({ accountId: identifier, language: z.string().max(20) }), invoiceDeliveryShown),
}
