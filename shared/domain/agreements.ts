import type { Agreement, AgreementProgress, Installment, InstallmentStanding } from '../contract/agreements.ts'
import type { OwedStanding } from '../contract/account.ts'
import type { Agreement as FedAgreement } from '../utility-api/generated/types.gen.ts'
import { owedStanding } from './invoiceStanding.ts'

/** An agreement as the cache holds it. */
export interface KnownAgreement extends FedAgreement {
  /** The utility has a newer revision, which could not be read: what is known of its installments no longer counts. */
  outdated?: true
}

type FedInstallment = FedAgreement['installments'][number]
type Owed = Installment & { standing: OwedStanding }

const ranks = { active: 0, proposed: 1, completed: 2, broken: 2 } as const

/** It is to be paid, or may be: the others have ended. */
export const isCurrent = ({ status }: Pick<FedAgreement, 'status'>): boolean => status === 'active' || status === 'proposed'

/** Those in force first, those that have ended last; of each the newest first. */
export const inOrder = <T extends Pick<FedAgreement, 'status' | 'agreedOn' | 'number'>>(agreements: readonly T[]): T[] =>
  [...agreements].sort(
    (one, other) => ranks[one.status] - ranks[other.status] || other.agreedOn.localeCompare(one.agreedOn) || one.number.localeCompare(other.number),
  )

/** An agreement as it stands on a day of its zone: the one place that decides, for the screen and for the paper. */
export function describeAgreement(fed: KnownAgreement, today: string): Agreement {
  const { id, number, status, agreedOn, total } = fed
  const installments = inTurn(fed.outdated ? [] : fed.installments).map((each) => describeInstallment(each, status, today))
  const doubt = fed.outdated ? 'outdated' : isCurrent(fed) ? doubtOf(fed) : null
  const progress = status === 'active' && doubt === null ? progressOf(installments) : null
  return { id, number, status, agreedOn, total, installments, progress, doubt }
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
  if (fed.status === 'paid') return { kind: 'paid', on: fed.paidOn ?? null }
  if (status === 'active') return owedStanding(fed, today)
  return { kind: status === 'proposed' ? 'planned' : 'unpaid' }
}

function doubtOf(fed: FedAgreement): Agreement['doubt'] {
  const { installments } = fed
  if (installments.length === 0) return 'noInstallments'
  const isSound = (each: FedInstallment): boolean => each.amount > 0 && (each.status === 'paid' || !each.paidOn)
  const numbers = new Set(installments.map(({ number }) => number))
  return addsUp(fed) && installments.every(isSound) && numbers.size === installments.length ? null : 'contradiction'
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

const sumOf = (installments: readonly Pick<Installment, 'amount'>[]): number => installments.reduce((sum, { amount }) => sum + amount, 0)
