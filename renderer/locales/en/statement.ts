import type es from '../es-MX/statement.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Statement of account',
  loading: 'Finding your movements…',
  range: 'Period',
  presets: 'Choose the period',
  months: '{count} months',
  from: 'From',
  to: 'To',
  correct: 'Correct the date that is marked to see your movements.',
  sum: 'Summary of the period',
  opening: 'Balance before {date}',
  charges: 'Charges',
  payments: 'Payments and credits',
  closing: 'Balance on {date}',
  closingCredit: 'Balance in your favour on {date}',
  none: 'There were no movements from {from} to {to}.',
  noneNote: 'You can choose other dates. You can also take this statement with you: it gives your balance.',
  movements: 'Movements | 1 movement | {count} movements',
  table: 'Movements, newest first',
  cut: 'These are the newest {shown}. Excel and CSV hold all of them.',
  what: 'Movement',
  balance: 'Balance',
  kind: { invoice: 'Invoice', payment: 'Payment', adjustment: 'Adjustment', agreement: 'Payment agreement', fee: 'Fee' },
} satisfies Words<typeof es>
