import type { AccountHeader } from '../../shared/contract/account.ts'
import type { AnswerOf } from '../../shared/contract/index.ts'
import type { OnlinePayment } from '../../shared/contract/onlinePayments.ts'

/** A payment of one invoice that is open at a bank. */
export const sampleOnlinePayment = (account: AccountHeader): OnlinePayment => ({
  id: 'op1',
  account,
  bankId: 'bbva',
  bankName: 'BBVA Bancomer',
  amount: 128450,
  state: 'pending',
  expiresAt: '2026-11-21T17:00:00.000Z',
  invoices: [{ id: 'i1', number: 'DE 4043 2503' }],
  reference: 'PL-1A2B3C4D',
  qr: { size: 21, path: 'M0 0h7v7h-7zM14 0h7v7h-7zM0 14h7v7h-7z' },
  page: 'pagos.bbva.example',
  current: true,
  otherAmount: false,
  recorded: false,
})

export const onlinePaymentAnswers = (
  account: AccountHeader,
): { [C in 'onlinePayments.open' | 'onlinePayments.show' | 'onlinePayments.list']: AnswerOf<C> } => ({
  'onlinePayments.open': { paymentId: 'op1' },
  'onlinePayments.show': sampleOnlinePayment(account),
  'onlinePayments.list': { payments: [] },
})
