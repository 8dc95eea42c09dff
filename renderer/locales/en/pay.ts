import type es from '../es-MX/pay.ts'
import type { Words } from '../words.ts'

export default {
  loading: 'Finding what you owe…',
  what: 'What you will pay',
  others: 'Add others if you like',
  without: 'Remove those that you do not want to pay now',
  full: 'One paper holds {count} invoices. Pay the others with another.',
  total: 'Total to pay',
  totalOf: '· {count} invoices',
  payBy: 'Pay no later than {date}',
  stillPayBy: 'With this paper you can pay until {date}',
  where: 'Where will you pay?',
  desk: {
    name: 'At the cash desk of this branch',
    ticket: 'A ticket comes out: hand it in at the desk and pay there.',
    sheet: 'A sheet comes out: hand it in at the desk and pay there.',
  },
  kinds: { bank: 'Bank', network: 'Payment network', store: 'Store' },
  noBars: {
    bank: 'Pay at the counter: the bank cannot read this code',
    network: 'Pay at the counter: the network cannot read this code',
    store: 'Pay at the counter: the store cannot read this code',
  },
  nothing: { name: 'Nothing is owed on this invoice any more', detail: 'Your account shows whether others are owed.' },
} satisfies Words<typeof es>
