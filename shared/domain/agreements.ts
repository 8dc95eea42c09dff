import type { Agreement, AgreementProgress, Installment, InstallmentStanding } from '../contract/agreements.ts'
import type { OwedStanding } from '../contract/account.ts'
import type { Agreement as FedAgreement } from '../utility-api/generated/types.gen.ts'
import { owedStanding } from './invoiceStanding.ts'
import { sumOf } from './money.ts'

/** An agreement as the cache holds it. */
export interface KnownAgreement extends FedAgreement {
  /** The utility has a newer revision, which could not be read: what is known of its installments no longer counts. */
  outdated?: true
}

type FedInstallment = FedAgreement['installments'][number]
type Owed = Installment & { standing: OwedStanding }

/** It is to be paid, or may be: the others have ended. */
const isCurrent = ({ status }: Pick<FedAgreement, 'status'>): boolean => status === 'active' || status === 'proposed'

export type AgreementGroup = 'current' | 'changed' | 'past'

/** Where it is told: whether one that the utility has changed is still in force nobody knows here. */
export function groupOf(agreement: Pick<Agreement, 'status' | 'doubt'>): AgreementGroup {
  if (agreement.doubt === 'outdated') return 'changed'
  return isCurrent(agreement) ? 'current' : 'past'
}

/** An agreement as it stands on a day of its zone: the one place that decides, for the screen and for the paper. */
export function describeAgreement(fed: KnownAgreement, today: string): Agreement {
  const { id, number, status, agreedOn, total } = fed
  const installments = inTurn(fed.outdated ? [] : fed.installments).map((each) => describeInstallment(each, status, today))
  const doubt = fed.outdated ? 'outdated' : doubtOf(fed)
  const progress = status === 'active' && doubt === null ? progressOf(installments) : null
  return { id, number, status, agreedOn, total, installments, installmentCount: installments.length, progress, doubt }
}

/** With at most so many installments: those from the first that is not paid on, or the last. */
export function withNearest(agreement: Agreement, most: number): Agreement {
  const { installments } = agreement
  const latest = Math.max(0, installments.length - most)
  const open = installments.findIndex(({ standing }) => standing.kind !== 'paid')
  const from = open < 0 ? latest : Math.min(open, latest)
  return { ...agreement, installments: installments.slice(from, from + most) }
}

/** Whether the total is what the installments come to. */
export const addsUp = ({ total, installments }: Pick<FedAgreement, 'total'> & { installments: readonly Pick<Installment, 'amount'>[] }): boolean =>
  installments.length > 0 && sumOf(installments) === total

const inTurn = (installments: readonly FedInstallment[]): FedInstallment[] =>
  [...installments].sort((one, other) => one.number - other.number || one.dueOn.localeCompare(other.dueOn))

const describeInstallment = (fed: FedInstallment, status: FedAgreement['status'], today: string): Installment => ({
  number: fed.number,
  dueOn: fed.dueOn,
  amount: fed.amount,
  standing: standingOf(fed, status, today),
})

/** The utility's word counts where it says paid; whether the rest is overdue follows from the date, as with invoices. */
function standingOf(fed: FedInstallment, status: FedAgreement['status'], today: string): InstallmentStanding {
  if (isPaid(fed)) return { kind: 'paid', on: fed.paidOn ?? null }
  if (status === 'active') return owedStanding(fed, today)
  return { kind: status === 'proposed' ? 'planned' : 'unpaid' }
}

/** What has ended is judged too: completed is what is paid. Of what nothing is to be paid any more, the installments are not missed. */
function doubtOf(fed: FedAgreement): Agreement['doubt'] {
  const isEnded = !isCurrent(fed)
  if (fed.installments.length === 0) return isEnded ? null : 'noInstallments'
  const isCarried = isSound(fed) && (fed.status !== 'completed' || fed.installments.every(isPaid))
  if (isCarried) return null
  return isEnded ? 'contradictionEnded' : 'contradiction'
}

const isPaid = ({ status }: FedInstallment): boolean => status === 'paid'

function isSound(fed: FedAgreement): boolean {
  const { installments } = fed
  const numbers = new Set(installments.map(({ number }) => number))
  return addsUp(fed) && numbers.size === installments.length && installments.every((each) => each.amount > 0 && (isPaid(each) || !each.paidOn))
}

function progressOf(installments: readonly Installment[]): AgreementProgress {
  const owed = installments.filter(isOwed).sort((one, other) => one.dueOn.localeCompare(other.dueOn))
  const overdue = owed.filter(({ standing }) => standing.kind === 'overdue')
  const next = owed.find(({ standing }) => standing.kind !== 'overdue')
  return {
    paid: installments.length - owed.length,
    left: sumOf(owed),
    next: next ? { standing: next.standing, amount: next.amount } : null,
    overdue: { count: overdue.length, amount: sumOf(overdue) },
  }
}

const isOwed = (each: Installment): each is Owed => each.standing.kind === 'due' || each.standing.kind === 'dueToday' || each.standing.kind === 'overdue'
