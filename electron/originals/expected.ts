import { findInvoice } from '../cache/queries/invoices.ts'
import type { ReadableDb } from '../cache/db.ts'

/** An invoice of which the utility keeps the original, and says what that is. What it says of one that it has changed since is not known. */
export interface ExpectedOriginal {
  id: string
  /** sha-256, base64. */
  documentDigest: string
}

/** Null for what is not live, or has no original. */
export type FindExpected = (invoiceId: string) => ExpectedOriginal | null

export const findExpectedIn =
  (db: ReadableDb): FindExpected =>
  (id) => {
    const invoice = findInvoice(db, id)
    return invoice?.hasDocument && invoice.documentDigest && !invoice.outdated ? { id, documentDigest: invoice.documentDigest } : null
  }
