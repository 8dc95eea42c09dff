import type es from '../es-MX/agreements.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Payment agreements',
  loading: 'Finding your payment agreements…',
  none: {
    name: 'There are no payment agreements on this account.',
    detail: 'If you would like to pay what you owe in installments, please ask for an agreement at the counter.',
  },
  current: 'In force and proposed',
  changed: 'Changed by the company',
  past: 'Earlier ones',
  /** More than are listed. */
  cut: 'These are {shown} of your {count} agreements. Please ask at the counter for the others.',
  name: 'Agreement {number}',
  status: { proposed: 'Proposed', active: 'In force', completed: 'Completed', broken: 'Broken' },
  late: 'Installments overdue',
  total: 'Agreed total',
  from: { proposed: 'Proposed on {date}', agreed: 'Agreed on {date}' },
  /** How it stands, in sentences. */
  paid: 'You have paid {paid} of {count} installments.',
  next: {
    due: '{left} left to pay; the next installment, of {amount}, is due on {date}.',
    dueToday: '{left} left to pay; the next installment, of {amount}, is due today.',
  },
  left: '{left} left to pay.',
  allPaid: 'All installments are paid. The company has not marked the agreement as completed yet.',
  overdue:
    '1 installment of {amount} is overdue. Please go to the counter to catch up. | {count} installments are overdue, {amount} in all. Please go to the counter to catch up.',
  proposed: 'It is not in force yet. Please ask at the counter how to accept it.',
  completed: 'The company has marked it as completed.',
  broken: 'The company has marked it as broken. Please ask at the counter how much you owe and what you can do.',
  doubt: {
    noInstallments: 'The company does not give the installments of this agreement. Please ask for them at the counter.',
    contradiction: 'The data of this agreement contradict each other. Please ask at the counter how much is left and when it is due.',
    contradictionEnded: 'The data of this agreement contradict each other. Please ask at the counter whether anything is left to pay.',
    outdated: 'The company has changed this agreement and this kiosk cannot read the change yet. Please ask at the counter how it stands.',
  },
  installments: 'Installments of agreement {number}',
  cutInstallments: 'These are {shown} of the {count} installments; the paper has them all.',
  installment: 'No.',
  dueOn: 'Due date',
  state: 'State',
  planned: 'Proposed',
  unpaid: 'Not paid',
} satisfies Words<typeof es>
