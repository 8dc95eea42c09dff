import { isOwed, type KnownInvoice } from '../../shared/domain/owed.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Account, Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { AccountReaders } from '../cache/accountReaders.ts'
import type { ReadableDb } from '../cache/db.ts'

/** What is paid of one account. */
export interface OwedContract {
  /** At least one. */
  invoices: KnownInvoice[]
  account: Account
}

export interface Owed extends OwedContract {
  zone: Zone
}

/** At least one contract, all of the zone. */
export interface OwedTogether {
  contracts: OwedContract[]
  zone: Zone
}

/** Invoices of several accounts, by what was asked for. */
export interface OfSeveral {
  accountIds: readonly string[]
  invoiceIds: readonly string[]
}

/**
 * What is paid with one paper, each invoice once. One that was paid or changed since it was asked for is left out. Problems: not-found,
 * nothing-owed, outdated-invoice.
 */
export function readOwed(db: ReadableDb, invoiceIds: readonly string[]): Result<Owed> {
  const asked = [...new Set(invoiceIds)].map((id) => findInvoice(db, id)).filter((invoice) => invoice !== null)
  const account = findAccount(db, asked[0]?.accountId ?? '')
  const zone = account && findZone(db, account.zoneId)
  if (!zone || !asked.every(({ accountId }) => accountId === account.id)) return failure({ code: 'not-found' })
  const invoices = asked.filter(isOwed)
  return invoices.length > 0 ? success({ invoices, account, zone }) : failure({ code: whyNotOwed(asked) })
}

/** Those that are there, each once. */
export const findInvoices = (readers: AccountReaders, invoiceIds: readonly string[]): KnownInvoice[] =>
  [...new Set(invoiceIds)].flatMap((id) => readers.find((db) => findInvoice(db, id)) ?? [])

/** The accounts, where all of them are there. */
export function findAccounts(readers: AccountReaders, accountIds: readonly string[]): Account[] | null {
  const found = accountIds.map((id) => findAccount(readers.of(id), id)).filter((account) => account !== null)
  return found.length === accountIds.length ? found : null
}

/**
 * The same of several accounts, in their order. One of which everything was paid is left out; where one is there no more, nothing is drawn: what it
 * owes would be missing without a word. Problems: as of `readOwed`.
 */
export function readOwedTogether(readers: AccountReaders, { accountIds, invoiceIds }: OfSeveral): Result<OwedTogether> {
  const accounts = findAccounts(readers, accountIds)
  const asked = findInvoices(readers, invoiceIds)
  const zone = zoneOfAll(readers, accounts ?? [])
  if (!accounts || !zone || !asked.every(({ accountId }) => accountIds.includes(accountId))) return failure({ code: 'not-found' })
  const contracts = accounts.map((account) => ({ account, invoices: asked.filter((invoice) => invoice.accountId === account.id && isOwed(invoice)) }))
  const owing = contracts.filter(({ invoices }) => invoices.length > 0)
  return owing.length > 0 ? success({ contracts: owing, zone }) : failure({ code: whyNotOwed(asked) })
}

/** Null where they are of several. */
export function zoneOfAll(readers: AccountReaders, accounts: readonly Account[]): Zone | null {
  const [first, ...others] = accounts
  if (!first || others.some(({ zoneId }) => zoneId !== first.zoneId)) return null
  return findZone(readers.of(first.id), first.zoneId)
}

/** Of invoices that are not owed, all or some. */
export function whyNotOwed(invoices: readonly KnownInvoice[]): 'outdated-invoice' | 'paid-meanwhile' | 'nothing-owed' {
  if (invoices.some(({ outdated }) => outdated)) return 'outdated-invoice'
  return invoices.some(isOwed) ? 'paid-meanwhile' : 'nothing-owed'
}
