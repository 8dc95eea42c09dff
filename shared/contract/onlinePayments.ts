import { z } from 'zod'
import { accountHeader } from './account.ts'
import { call, heardBy } from './define.ts'
import { invoicesToPay } from './documents.ts'
import { identifier, instant, money, nothing, qrPicture } from './values.ts'

/**
 * How a payment on one's own phone stands, as far as it is known. expired: the utility says so, or its time has passed. withdrawn: what the utility
 * says of it no longer agrees with what was asked, so that nobody may pay by it.
 */
export const onlinePaymentState = z.enum(['pending', 'paid', 'failed', 'expired', 'withdrawn'])
export type OnlinePaymentState = z.infer<typeof onlinePaymentState>

export const onlinePaymentSummary = z.object({
  id: identifier,
  bankId: identifier,
  bankName: z.string(),
  amount: money,
  state: onlinePaymentState,
  expiresAt: instant,
})
export type OnlinePaymentSummary = z.infer<typeof onlinePaymentSummary>

export const onlinePayment = onlinePaymentSummary.extend({
  account: accountHeader,
  invoices: z.array(z.object({ id: identifier, number: z.string() })),
  /** The utility's. */
  reference: z.string(),
  /** The bank's page; null where nobody is to pay by it. */
  qr: qrPicture.nullable(),
  /** The page that the phone opens, by the name that it shows. */
  page: z.string(),
  /** false: the utility could not be asked just now, so it may stand otherwise. */
  current: z.boolean(),
  /** Paid, but not what was asked for. */
  otherAmount: z.boolean(),
  /** Paid, and the account shows it. */
  recorded: z.boolean(),
})
export type OnlinePayment = z.infer<typeof onlinePayment>

export const onlinePaymentCalls = heardBy('served', {
  /**
   * Opens a payment at a bank, online only. The same things again answer the payment that is open for them. Problems: not-allowed,
   * paid-meanwhile, nothing-owed, outdated-invoice, bank-unknown, already-paid, utility-offline, payment-not-opened, payment-refused, amount-differs, payment-unusable, cannot-store.
   */
  'onlinePayments.open': call(z.strictObject({ bankId: identifier, invoiceIds: invoicesToPay }), z.object({ paymentId: identifier })),
  /** From now on until the visit ends it is asked how it stands; `onlinePayments.changed` tells. Problems: not-allowed, not-found. */
  'onlinePayments.show': call(z.strictObject({ paymentId: identifier }), onlinePayment),
  /** Of an account: those by which can still be paid, and those paid that the account does not show yet. Newest first. Problems: not-allowed, not-found. */
  'onlinePayments.list': call(z.strictObject({ accountId: identifier }), z.object({ payments: z.array(onlinePaymentSummary) })),
})

export const onlinePaymentEvents = {
  /** One that the session may read stands otherwise. */
  'onlinePayments.changed': nothing,
}
