import { z } from 'zod'
import { accountHeader } from './account.ts'
import { call, heardBy } from './define.ts'
import { date, identifier, money } from './values.ts'

/** So many payments stand on the screen, the newest; all of them are in the statement of account. */
export const MOST_PAYMENTS = 200

/** So many invoices of one payment stand on the screen; the proof has all of them. */
export const MOST_PAID_INVOICES = 3

/** How an account was paid. other: a name that the utility gives and nothing here explains; unknown: it gives none. */
export const payWay = z.enum(['bank', 'network', 'store', 'counter', 'directDebit', 'other', 'unknown'])
export type PayWay = z.infer<typeof payWay>

/** What is known of a payment (`shared/domain/paymentStanding.ts`). */
export const paymentStanding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recorded') }),
  /** A later record takes this amount back. */
  z.object({ kind: z.literal('returned'), on: date }),
  /** A later record takes such an amount back, and the utility does not say of which payment. */
  z.object({ kind: z.literal('perhapsReturned'), on: date }),
  /** It takes an amount back itself: a payment that bounced or was annulled. */
  z.object({ kind: z.literal('return') }),
  /** The utility has changed it, and the change cannot be read here. */
  z.object({ kind: z.literal('outdated') }),
])
export type PaymentStanding = z.infer<typeof paymentStanding>

export const paidInvoice = z.object({
  /** As printed where the invoice is known here, else as the payment names it. */
  number: z.string(),
  /** Null where no invoice of this number is known here. */
  known: z.object({ id: identifier, month: z.string() }).nullable(),
})
export type PaidInvoice = z.infer<typeof paidInvoice>

export const paymentSummary = z.object({
  id: identifier,
  paidOn: date,
  /** Negative where it takes an amount back. */
  amount: money,
  way: payWay,
  /** The name of the bank or store, or the utility's own word for how it was paid. */
  place: z.string(),
  reference: z.string().nullable(),
  standing: paymentStanding,
  /** At most `MOST_PAID_INVOICES`. */
  invoices: z.array(paidInvoice),
  invoiceCount: z.int(),
})
export type PaymentSummary = z.infer<typeof paymentSummary>

export const paymentList = z.object({
  account: accountHeader,
  count: z.int(),
  /** Newest first, at most `MOST_PAYMENTS`. */
  payments: z.array(paymentSummary),
})
export type PaymentList = z.infer<typeof paymentList>

export const paymentsCalls = heardBy('served', {
  /** Problems: not-allowed. */
  'payments.list': call(z.strictObject({ accountId: identifier }), paymentList),
})
