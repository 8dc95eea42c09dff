import type { Account, Change, Invoice } from '../../../shared/utility-api/generated/types.gen.ts'
import { inventSubject, type Subject } from './account.ts'
import { agreementsOf } from './agreements.ts'
import { readingsOf, requestsOf } from './history.ts'
import { issueInvoices } from './invoices.ts'
import { balanceOf, movementsOf } from './ledger.ts'
import { settle } from './settlement.ts'

/** Everything the utility holds about one account, with what the original documents are drawn from. */
export interface AccountFile {
  subject: Subject
  account: Account
  invoices: Invoice[]
  /** All other things of the account. */
  others: Change[]
}

/** The first state of a thing. */
export function created(entity: string, data: { id: string }): Change {
  return { entity, op: 'upsert', id: data.id, rev: 1, data: { ...data } }
}

/** Invents an account and its whole history. The same place and date give the same file, whatever was asked for before. */
export function inventAccount(index: number, today: string): AccountFile {
  const subject = inventSubject(index, today)
  const { months, issued } = issueInvoices(subject)
  const settled = settle(subject, issued)
  const movements = movementsOf(settled)
  const others = [
    ...movements.map((each) => created('movement', each)),
    ...readingsOf(subject, months).map((each) => created('reading', each)),
    ...settled.payments.map((each) => created('payment', each)),
    ...agreementsOf(subject).map((each) => created('agreement', each)),
    ...requestsOf(subject, settled.invoices).map((each) => created('request', each)),
  ]
  return { subject, account: { ...subject.account, balance: balanceOf(movements) }, invoices: settled.invoices, others }
}
