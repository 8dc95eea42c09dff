import type { Invoice } from '../../../shared/utility-api/generated/types.gen.ts'
import type { Db } from '../open.ts'
import { fromData, statement } from '../statement.ts'

/** What stands on a bill, as it is compared: `accountKey` and `significantCharacters` make the keys. */
export interface BillNumbers {
  zoneId: string
  accountKey: string
  invoiceKey: string
}

export interface IdentifiedInvoice {
  accountId: string
  invoiceId: string
  /** As the utility stores it; null where it stores none. */
  checkDigit: string | null
}

// CROSS JOIN fixes the order: the invoice's number tells most, and every miss then costs one or two probes.
const byNumbers = `
  SELECT account.id AS accountId, invoice.id AS invoiceId, account.check_digit AS checkDigit
  FROM invoice CROSS JOIN account ON account.id = invoice.account_id
  WHERE invoice.number_key = ? AND invoice.deleted = 0
    AND account.number_key = ? AND account.zone_id = ? AND account.deleted = 0
  LIMIT 1`

/** The invoice and the live account that carry these numbers. */
export function findByNumbers(db: Db, { zoneId, accountKey, invoiceKey }: BillNumbers): IdentifiedInvoice | null {
  return statement<[string, string, string], IdentifiedInvoice>(db, byNumbers).get(invoiceKey, accountKey, zoneId) ?? null
}

const live = 'FROM invoice JOIN account ON account.id = invoice.account_id AND account.deleted = 0 WHERE invoice.deleted = 0'

/** null when there is none, or its account is not live. */
export function findInvoice(db: Db, id: string): Invoice | null {
  const row = statement<[string], { data: string }>(db, `SELECT invoice.data ${live} AND invoice.id = ?`).get(id)
  return row ? fromData<Invoice>(row) : null
}

/** Newest first; those of one day in order of their number. */
export function listInvoices(db: Db, accountId: string): Invoice[] {
  const sql = `SELECT invoice.data ${live} AND invoice.account_id = ? ORDER BY invoice.issued_on DESC, invoice.number_key`
  return statement<[string], { data: string }>(db, sql).all(accountId).map(fromData<Invoice>)
}
