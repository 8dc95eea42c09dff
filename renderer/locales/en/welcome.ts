import type es from '../es-MX/welcome.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Welcome',
  question: 'How can we help you?',
  lookupDetail: 'See what you owe and take a printed duplicate away. No registration needed.',
  /** While no sheet comes out. */
  lookupOnScreen: 'See what you owe and your invoices. No registration needed.',
  /** Where a scanner is. */
  lookupByScanner: 'Hold the bars of your bill to the scanner, or type two numbers.',
  howTo: 'It is this easy',
  steps: {
    bill: { name: 'Have your bill at hand', detail: 'One from any month will do.' },
    type: { name: 'Type two numbers', detail: 'Your account’s and your invoice’s.', named: '“{account}” and “{invoice}”.' },
    print: { name: 'Print your duplicate', detail: 'It comes out right here.', notNow: 'The printer is not ready for now.' },
  },
  notices: 'Notices',
  readMore: 'Read more',
  moreNotices: 'See {n} more notice | See {n} more notices',
  openAccount: 'Your account is still open',
  openAccountDetail: 'Finish if you no longer need it. To add another bill, go back to your account.',
  preparingDetail: 'This counter is catching up. You can already type the data of your bill.',
  waitingForNetwork: 'There is no connection with the company yet. We keep trying.',
} satisfies Words<typeof es>
