import type es from '../es-MX/contracts.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'My contracts',
  loading: 'Finding your contracts…',
  lead: 'Touch the contract that you want to see.',
  open: 'My contracts ({count})',
  openOne: 'Open contract',
  isShown: 'On screen',
  another: 'Look up another bill',
  beside: 'The contract of that bill is added to those that are open.',
  instead:
    'The account that is open is closed by this look-up. To have both, go back to My account. | The {n} accounts that are open are closed by this look-up. To add another, go back to My account.',
  none: 'No invoices yet',
  owed: 'You owe {amount} in total',
  credit: '{amount} in your favour',
  total: 'Total owed on your {count} contracts',
  settled: 'You owe nothing on these contracts.',
  apart: 'What is in your favour on one contract is not taken off another.',
  full: 'You have {count} contracts open, as many as a visit can hold. To see another, touch Finish and start again.',
  coming: 'We are finding one more of your contracts, of another branch. | We are finding {count} more of your contracts, of another branch.',
  elsewhere:
    'One more of your contracts is not of this branch: we cannot show it here. | {count} more of your contracts are not of this branch: we cannot show them here.',
  missed: 'We could not get one more of your contracts, of another branch. | We could not get {count} more of your contracts, of another branch.',
  searchAgain: 'Search again',
  withdrawn:
    'One contract that you looked up is no longer among the company’s data. Please ask at the counter. | {count} contracts that you looked up are no longer among the company’s data. Please ask at the counter.',
} satisfies Words<typeof es>
