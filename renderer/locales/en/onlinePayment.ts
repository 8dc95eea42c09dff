import type es from '../es-MX/onlinePayment.ts'
import type { Words } from '../words.ts'

export default {
  button: 'Pay online',
  offline: 'Without a connection you cannot pay online. You can print the slip and pay at the bank.',
  also: 'online',
  loading: 'Finding your payment…',
  headings: {
    pending: 'Pay online',
    paid: 'Payment received',
    failed: 'The payment was not made',
    expired: 'The code has expired',
    withdrawn: 'Do not pay with this code',
  },
  code: 'QR code of the page of {bank}',
  until: 'Valid until {time}',
  untilDay: 'Valid until {date} at {time}',
  amount: 'Amount at {bank}',
  invoice: 'Invoice',
  invoices: 'Invoices',
  reference: 'Reference',
  how: 'How to pay',
  steps: {
    point: 'Point the camera of your phone at the code.',
    check: '{page} opens. Check the amount.',
    pay: 'Pay there, once only.',
  },
  waiting: 'We are waiting for your payment. This screen tells you.',
  unknown: 'We cannot know right now whether it was paid. Your phone tells you if it was.',
  leave: 'If you leave, the code stays valid: you find it again in your account.',
  next: {
    paid: 'It may take a while to show under My payments. You need not pay again.',
    recorded: 'It is already in your account.',
    failed: 'The bank did not make the payment. You can open another, or pay another way. If your bank shows a charge, ask at the counter.',
    expired: 'The time to pay has run out. You can open another payment. If you have paid, wait: your account will show it.',
    withdrawn:
      'What you owe is no longer what this payment is for. See in your account what you owe, or ask at the counter. If you have paid, wait: your account will show it.',
    otherAmount: 'The company received another amount than was asked for. Ask at the counter whether something is still owed.',
  },
  again: 'Open another payment',
  notice: {
    pending: 'You have an online payment open: {amount} at {bank}',
    pendingDetail: 'Pay it with your phone or let it expire. {until}',
    paid: 'We have received your online payment: {amount} at {bank}',
    paidDetail: 'It may take a while to show in your account. You need not pay again.',
    see: 'See online payment',
  },
} satisfies Words<typeof es>
