import type { HandlersOf } from '../../shared/contract/index.ts'
import { MOST_PAID_INVOICES, MOST_PAYMENTS, type PaymentSummary } from '../../shared/contract/payments.ts'
import { billedMonth } from '../../shared/domain/billing.ts'
import { success } from '../../shared/result.ts'
import { countPayments } from '../cache/queries/payments.ts'
import { readPayments, type PaymentRecord } from '../documents/paymentProof/readPayments.ts'
import type { AccountAccess } from './accountAccess.ts'

interface PaymentsParts {
  accounts: AccountAccess
}

/** What was paid on an account that the session may read. */
export function createPaymentsService({ accounts }: PaymentsParts) {
  return {
    'payments.list': ({ accountId }) => {
      const opened = accounts.open(accountId)
      if (!opened.ok) return opened
      const { account, header, db } = opened.value
      const payments = readPayments(db, account, (all) => all.slice(0, MOST_PAYMENTS)).map(summarise)
      return success({ account: header, count: countPayments(db, accountId), payments })
    },
  } satisfies HandlersOf<'payments'>
}

const summarise = ({ payment, paidAt, reference, standing, invoices }: PaymentRecord): PaymentSummary => ({
  id: payment.id,
  paidOn: payment.paidOn,
  amount: payment.amount,
  ...paidAt,
  reference,
  standing,
  invoices: invoices.slice(0, MOST_PAID_INVOICES).map(({ number, known }) => ({ number, known: known && { id: known.id, month: billedMonth(known) } })),
  invoiceCount: invoices.length,
})
