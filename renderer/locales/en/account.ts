import type es from '../es-MX/account.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'My account',
  loading: 'Finding your account…',
  number: 'Account {number}',
  suspended: 'Supply suspended',
  closed: 'Account closed',
  notice: {
    counter: 'the counter',
    counterOrPhone: 'the counter, or call {phone}',
    suspended: {
      owing: 'Your supply is suspended. Pay what you owe and ask for reconnection under Supply requests or at {where}.',
      settled: 'Your supply is suspended. Ask for reconnection under Supply requests or at {where}.',
    },
    closed: {
      owing: 'This account is closed. What you owe can still be paid. If you have questions, ask at {where}.',
      settled: 'This account is closed. If you have questions, ask at {where}.',
    },
  },
  yourInvoice: 'Your invoice',
  withdrawn: 'The invoice you came in with is no longer available. These are the others of your account.',
  totalOwed: 'Total owed',
  credit: 'Credit in your favour',
  creditNote: 'This amount is in your favour. You have nothing to pay.',
  upToDate: 'Nothing due',
  nothingOwed: 'You have nothing to pay.',
  pending: 'No unpaid invoices | 1 unpaid invoice | {count} unpaid invoices',
  outdated:
    'This total may leave out an invoice that the company has changed. Please ask at the counter. | This total may leave out {count} invoices that the company has changed. Please ask at the counter.',
  latest: 'Latest invoices',
  invoicesNote: 'All of them, with chart and duplicates',
  more: 'More of your account',
  notices: {
    open: 'Notices ({count})',
    heading: 'Notices for your account',
    cut: 'These are the latest {shown}. If you need the others, ask at the counter.',
  },
} satisfies Words<typeof es>
