import type { AccountHeader } from '../../shared/contract/account.ts'
import type { PaymentList, PaymentSummary } from '../../shared/contract/payments.ts'

export const aPaymentSummary = (change: Partial<PaymentSummary> = {}): PaymentSummary => ({
  id: 'pay-1',
  paidOn: '2026-11-18',
  amount: 128_450,
  way: 'bank',
  place: 'BBVA',
  reference: '81040989917404325030',
  standing: { kind: 'recorded' },
  invoices: [{ number: 'DM 4031 7781', known: { id: 'i2', month: '2026-09' } }],
  invoiceCount: 1,
  ...change,
})

export const samplePayments = (account: AccountHeader, payments: PaymentSummary[] = [aPaymentSummary()]): PaymentList => ({
  account,
  count: payments.length,
  payments,
})
