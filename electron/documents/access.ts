import { isOwed, type KnownInvoice } from '../../shared/domain/owed.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import type { ReadableDb } from '../cache/db.ts'
import type { AccessParts, DocumentAccess } from './documentType.ts'
import { findAccounts, findInvoices, type OfSeveral, whyNotOwed, zoneOfAll } from './owedInvoices.ts'

/** A document of an account, for whoever may read that. Problem: not-allowed. */
export const accessToAccount = ({ counter }: Pick<AccessParts, 'counter'>, access: { accountId: string; name: string }): Result<DocumentAccess> =>
  counter.mayRead(access.accountId) ? success(access) : failure({ code: 'not-allowed' })

/** What is paid with, of invoices of one account that are owed. Problems: not-allowed, paid-meanwhile, nothing-owed, outdated-invoice. */
export function accessToPay({ db, counter }: Pick<AccessParts, 'db' | 'counter'>, invoiceIds: readonly string[]): Result<DocumentAccess> {
  const invoices = invoiceIds.map((id) => findInvoice(db, id))
  if (!areOfOneAccount(invoices) || !counter.mayRead(invoices[0].accountId)) return failure({ code: 'not-allowed' })
  if (!invoices.every(isOwed)) return failure({ code: whyNotOwed(invoices) })
  return success({ accountId: invoices[0].accountId, name: invoices.map(({ number }) => number).join(', ') })
}

/**
 * The same of several accounts of one zone, each of which owes one of them. Problems: not-allowed, account-withdrawn, paid-meanwhile, nothing-owed, outdated-invoice.
 */
export function accessToPayTogether(
  { readers, counter }: Pick<AccessParts, 'readers' | 'counter'>,
  { accountIds, invoiceIds }: OfSeveral,
): Result<DocumentAccess> {
  if (!accountIds.every((id) => counter.mayRead(id))) return failure({ code: 'not-allowed' })
  const accounts = findAccounts(readers, accountIds)
  if (!accounts) return failure({ code: 'account-withdrawn' })
  const invoices = findInvoices(readers, invoiceIds)
  const owners = invoices.map(({ accountId }) => accountId)
  const isEachOnce = invoices.length === invoiceIds.length && new Set(accountIds).size === accountIds.length
  const areTheirs = isEachOnce && new Set(owners).symmetricDifference(new Set(accountIds)).size === 0
  if (!areTheirs || !zoneOfAll(readers, accounts)) return failure({ code: 'not-allowed' })
  if (!invoices.every(isOwed)) return failure({ code: whyNotOwed(invoices) })
  return success({ accountId: owners[0] ?? null, accountIds, name: namedBy(invoices) })
}

/** The job keeps what a paper is called: of many invoices the first do. */
const MOST_NAMED = 3

function namedBy(invoices: readonly KnownInvoice[]): string {
  const numbers = invoices.slice(0, MOST_NAMED).map(({ number }) => number)
  return invoices.length > MOST_NAMED ? `${numbers.join(', ')} … (${invoices.length})` : numbers.join(', ')
}

/** All of them are there, and of one account. */
const areOfOneAccount = (invoices: (KnownInvoice | null)[]): invoices is [KnownInvoice, ...KnownInvoice[]] =>
  invoices.length > 0 && invoices.every((invoice) => invoice !== null && invoice.accountId === invoices[0]?.accountId)

/** Whose the first of them is. */
export const accountOfInvoices = (db: ReadableDb, [first = '']: readonly string[]): string | undefined => findInvoice(db, first)?.accountId
