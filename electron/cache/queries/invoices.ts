import type { KnownInvoice } from '../../../shared/domain/owed.ts'
import type { Invoice } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'
import { isOutdated } from './outdated.ts'

/** An invoice with this number, and what else its bill must show. */
export interface BilledAccount {
  accountId: string
  invoiceId: string
  /** The account's number without leading zeros. */
  accountKey: string
  /** As the utility stores it; null where it stores none. */
  checkDigit: string | null
}

// CROSS JOIN fixes the order: an invoice's number tells most, and every miss then costs one or two probes.
const byInvoiceNumber = `
  SELECT account.id AS accountId, invoice.id AS invoiceId, account.number_key AS accountKey, account.check_digit AS checkDigit
  FROM invoice CROSS JOIN account ON account.id = invoice.account_id
  WHERE invoice.number_key = ? AND invoice.deleted = 0 AND account.zone_id = ? AND account.deleted = 0`

/** The live accounts of a zone with an invoice of these significant characters: one at most, unless the utility repeats numbers. */
export function findByInvoiceNumber(db: ReadableDb, { zoneId, invoiceKey }: { zoneId: string; invoiceKey: string }): BilledAccount[] {
  return query<[string, string], BilledAccount>(db, byInvoiceNumber).all(invoiceKey, zoneId)
}

/** An invoice found by a scanned code, with its zone. */
export interface CodedInvoice {
  zoneId: string
  invoice: Invoice
}

// The invoices first, by their index. A utility may repeat a reference, even in every invoice of an account: those that count come first.
const byKey = (column: 'payment_key' | 'fiscal_key'): string => `
  SELECT account.zone_id AS zoneId, invoice.data FROM invoice CROSS JOIN account ON account.id = invoice.account_id
  WHERE invoice.${column} = ? AND invoice.deleted = 0 AND account.deleted = 0
  ORDER BY invoice.data ->> 'status' = 'cancelled', invoice.issued_on DESC LIMIT 20`

const byPaymentKey = byKey('payment_key')
const byFiscalKey = byKey('fiscal_key')

const coded = (db: ReadableDb, sql: string, key: string): CodedInvoice[] =>
  query<[string], { zoneId: string; data: string }>(db, sql)
    .all(key)
    .map((row) => ({ zoneId: row.zoneId, invoice: fromData<Invoice>(row) }))

/** The live invoices of which this is the payment reference (`shared/domain/referencesIn.ts`). */
export const findByPaymentKey = (db: ReadableDb, key: string): CodedInvoice[] => coded(db, byPaymentKey, key)

/** The live invoices that a fiscal QR names (`shared/domain/fiscalCode.ts`). */
export const findByFiscalKey = (db: ReadableDb, key: string): CodedInvoice[] => coded(db, byFiscalKey, key)

const live = `
  SELECT invoice.data, ${isOutdated('invoice')} AS outdated
  FROM invoice JOIN account ON account.id = invoice.account_id AND account.deleted = 0 WHERE invoice.deleted = 0`

interface LiveRow {
  data: string
  outdated: 0 | 1
}

const knownInvoice = (row: LiveRow): KnownInvoice => ({ ...fromData<KnownInvoice>(row), ...(row.outdated === 1 && { outdated: true }) })

/** null when there is none, or its account is not live. */
export function findInvoice(db: ReadableDb, id: string): KnownInvoice | null {
  const row = query<[string], LiveRow>(db, `${live} AND invoice.id = ?`).get(id)
  return row ? knownInvoice(row) : null
}

/** Newest first; those of one day in order of their number. */
export function listInvoices(db: ReadableDb, accountId: string): KnownInvoice[] {
  const sql = `${live} AND invoice.account_id = ? ORDER BY invoice.issued_on DESC, invoice.number_key`
  return query<[string], LiveRow>(db, sql).all(accountId).map(knownInvoice)
}
