import type es from '../es-MX/payments.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'My payments',
  loading: 'Looking for your payments…',
  none: 'There are no payments recorded for this supply point.',
  late: 'A recent payment may take a while to appear here.',
  all: 'All your payments, newest first',
  cut: 'These are the latest {shown}; the statement of account has them all.',
  way: {
    bank: 'At a bank: {place}',
    network: 'At a payment network: {place}',
    store: 'At a store: {place}',
    counter: "At the company's counter",
    directDebit: 'By direct debit',
    other: 'Through: {place}',
    unknown: 'The company does not say how it was paid.',
  },
  tag: { returned: 'Returned', perhapsReturned: 'Unclear', return: 'Reversed payment', outdated: 'Changed' },
  note: {
    returned: 'This payment was returned or cancelled on {date}: it no longer counts as paid.',
    perhapsReturned: 'On {date} a payment of this amount was returned or cancelled, and the company does not say which. Please ask at the counter.',
    return: 'This is not a payment: the company recorded that a payment was returned or cancelled.',
    outdated: 'The company has changed this payment and this kiosk cannot read the change yet. Please ask at the counter.',
  },
  reference: 'Reference {reference}',
  invoice: 'Invoice {number}, {month}',
  otherInvoice: 'Invoice {number} (not on this kiosk)',
  moreInvoices: 'and 1 more invoice; the proof lists them all | and {count} more invoices; the proof lists them all',
  noInvoices: 'The company does not say which invoice was paid.',
  print: 'Print proof',
} satisfies Words<typeof es>
