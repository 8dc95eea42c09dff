import { isOwed, type KnownInvoice } from '../../shared/domain/owed.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Account, Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import { findZone } from '../cache/queries/zones.ts'
import type { ReadableDb } from '../cache/db.ts'

export interface Owed {
  /** At least one. */
  invoices: KnownInvoice[]
  account: Account
  zone: Zone
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

/** Of invoices that are not owed, all or some. */
export const whyNotOwed = (invoices: readonly KnownInvoice[]): 'outdated-invoice' | 'nothing-owed' =>
  invoices.some(({ outdated }) => outdated) ? 'outdated-invoice' : 'nothing-owed'
