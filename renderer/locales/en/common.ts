import type es from '../es-MX/common.ts'
import type { Words } from '../words.ts'

export default {
  close: 'Close',
  finish: 'Finish',
  goOn: 'Continue',
  print: 'Print',
  view: 'View',
  pay: 'Pay',
  toMyAccount: 'Back to my account',
  lookup: 'Look up with my bill',
  myInvoices: 'My invoices',
  noInvoices: 'There are no invoices on this account yet.',
  date: 'Date',
  amount: 'Amount',
  folio: 'Folio',
  preparing: 'We are preparing the data',
  noticeUntil: 'This notice holds until {date}',
} satisfies Words<typeof es>
