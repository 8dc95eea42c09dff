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
  together: {
    heading: 'Pay several contracts',
    lead: 'One payment slip for several contracts. At the cash desk of this branch and online each is paid by itself.',
    choose: 'Remove those that you do not want to pay now',
    invoices: '{count} invoice | {count} invoices',
    overdue: '{count} overdue | {count} overdue',
    counterOnly:
      'One more invoice is paid at the counter: it has no payment reference | {count} more invoices are paid at the counter: they have no payment reference',
    totalOf: '· no contract | · {count} contract | · {count} contracts',
    noBars: 'One contract is paid at the counter: its code cannot be read here | {count} contracts are paid at the counter: their codes cannot be read here',
    none: 'Choose at least one contract.',
    manyInvoices: 'One slip holds {most} invoices, and you chose {count}. Remove contracts and pay them with another slip.',
    manyParts: 'One slip holds {most} parts, and {place} needs {count}, one for each invoice. Remove contracts or choose another place.',
    apart:
      'One more contract that owes is paid by itself: open it in My contracts. | {count} more contracts that owe are paid by themselves: open them in My contracts.',
    nothing: {
      name: 'There are not several contracts that can be paid together',
      detail: 'Contracts of one zone that owe something are paid together. Each can be paid by itself.',
    },
    toContracts: 'See my contracts',
  },
  nothing: { name: 'Nothing is owed on this invoice any more', detail: 'Your account shows whether others are owed.' },
} satisfies Words<typeof es>
