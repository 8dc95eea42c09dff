import type { Invoice, Payment } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Subject } from './account.ts'
import { addDays, earlier } from './calendar.ts'
import type { Issued } from './invoices.ts'
import { withOddities } from './oddPayments.ts'
import type { Standing } from './traits.ts'

/** Invoices as they stand today, oldest first, with what was paid. */
export interface Settled {
  invoices: Invoice[]
  payments: Payment[]
}

const unpaidMonths: Record<Standing, number> = { settled: 0, credit: 0, current: 1, overdue: 2, suspended: 4 }

/** Pays the invoices of an account as its holder would have. */
export function settle(subject: Subject, issued: readonly Issued[]): Settled {
  const payments: Payment[] = []
  const invoices = issued.map(({ invoice, monthsAgo }) => {
    if (subject.traits.cancelledAt === monthsAgo) return { ...invoice, balance: 0, status: 'cancelled' as const }
    const amount = amountPaid(subject, invoice, monthsAgo)
    if (amount > 0) payments.push(payment(subject, invoice, amount))
    const balance = invoice.total - amount
    return { ...invoice, balance, status: statusOf(balance, invoice.dueOn, subject.today) }
  })
  if (subject.traits.standing === 'credit') payments.push(overpayment(subject))
  return { invoices, payments: subject.traits.oddPayments ? withOddities(payments, subject.today) : payments }
}

function amountPaid(subject: Subject, invoice: Invoice, monthsAgo: number): number {
  const unpaid = unpaidMonths[subject.traits.standing]
  if (monthsAgo >= unpaid) return invoice.total
  const oldestUnpaid = monthsAgo === unpaid - 1
  return subject.traits.partlyPaid && oldestUnpaid ? Math.floor(invoice.total / 2) : 0
}

function statusOf(balance: number, dueOn: string, today: string): Invoice['status'] {
  if (balance <= 0) return 'paid'
  return dueOn < today ? 'overdue' : 'open'
}

function payment(subject: Subject, invoice: Invoice, amount: number): Payment {
  const { chance, profile, today } = subject
  const days = chance.number.int({ min: 1, max: profile.charges.daysToPay + 2 })
  return {
    id: `${invoice.id}-p`,
    accountId: invoice.accountId,
    paidOn: earlier(addDays(invoice.issuedOn, days), today),
    amount,
    channel: chance.helpers.arrayElement(profile.payChannels),
    reference: invoice.paymentReference ?? null,
    invoiceNumbers: [invoice.number],
  }
}

/** Somebody paid twice: the account is in credit. */
function overpayment(subject: Subject): Payment {
  return {
    id: `${subject.account.id}-credit`,
    accountId: subject.account.id,
    paidOn: subject.today,
    amount: subject.chance.number.int({ min: 5_000, max: 90_000 }),
    channel: 'ventanilla',
    reference: null,
    invoiceNumbers: [],
  }
}
