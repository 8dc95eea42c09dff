import type { Agreement } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Subject } from './account.ts'
import { addDays, addMonths } from './calendar.ts'
import type { AgreementStory } from './traits.ts'

type Installment = Agreement['installments'][number]

interface Plan {
  status: Agreement['status']
  monthsAgo: number
  /** How many are paid, of those that were due by now. */
  paid: number
}

const INSTALLMENTS = 6
/** What the utility forgot to add to a total. */
const FEE = 15_000

const plans: Record<AgreementStory, Plan> = {
  proposed: { status: 'proposed', monthsAgo: 0, paid: 0 },
  active: { status: 'active', monthsAgo: 3, paid: INSTALLMENTS },
  late: { status: 'active', monthsAgo: 3, paid: 2 },
  contradicting: { status: 'active', monthsAgo: 2, paid: INSTALLMENTS },
  unlisted: { status: 'active', monthsAgo: 1, paid: 0 },
  completed: { status: 'completed', monthsAgo: 14, paid: INSTALLMENTS },
  broken: { status: 'broken', monthsAgo: 10, paid: 2 },
}

/** Debts paid off by the month. Their charges are not in the ledger: the sample leaves the invoices themselves open or paid. */
export const agreementsOf = (subject: Subject): Agreement[] => subject.traits.agreements.map((story, place) => agreementOf(subject, story, place))

function agreementOf({ account, chance, today }: Subject, story: AgreementStory, place: number): Agreement {
  const { status, monthsAgo, paid } = plans[story]
  const agreedOn = addDays(addMonths(today, -monthsAgo), -2)
  const amount = chance.number.int({ min: 18_000, max: 95_000 })
  const all = Array.from({ length: INSTALLMENTS }, (_, index) => installment(index, addMonths(agreedOn, index + 1), { amount, paid, today }))
  const installments = story === 'unlisted' ? [] : all
  const total = amount * INSTALLMENTS + (story === 'contradicting' ? FEE : 0)
  const id = place === 0 ? `${account.id}-a` : `${account.id}-a${place + 1}`
  return { id, accountId: account.id, number: `CP-${chance.string.numeric(6)}`, status, agreedOn, total, installments }
}

function installment(index: number, dueOn: string, { amount, paid, today }: { amount: number; paid: number; today: string }): Installment {
  const isPaid = dueOn <= today && index < paid
  const status = isPaid ? 'paid' : dueOn < today ? 'overdue' : 'pending'
  return { number: index + 1, dueOn, amount, status, paidOn: isPaid ? addDays(dueOn, -1) : null }
}
