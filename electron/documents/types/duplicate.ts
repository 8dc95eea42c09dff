import { significantCharacters } from '../../../shared/domain/invoiceNumber.ts'
import { failure, success } from '../../../shared/result.ts'
import type { KnownInvoice } from '../../../shared/domain/owed.ts'
import type { Account, Invoice, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { findAccount } from '../../cache/queries/accounts.ts'
import { findInvoice, listInvoices } from '../../cache/queries/invoices.ts'
import { paidDays } from '../../cache/queries/payments.ts'
import { findZone } from '../../cache/queries/zones.ts'
import type { ReadableDb } from '../../cache/db.ts'
import type { Clock } from '../../clock.ts'
import type { Drawing } from '../drawing.ts'
import { duplicateModel } from '../duplicate/model.ts'
import { checkOriginal } from '../original.ts'
import { printedAt } from '../printedOn.ts'
import type { DrawnDocument } from '../../printing/work.ts'
import type { Drawer } from '../documentType.ts'
import { mediaOf } from '../media.ts'

export interface DrawingParts {
  db: ReadableDb
  clock: Clock
  drawing: Drawing
  /** The utility's own PDF, or null when it cannot be had now. */
  fetchOriginal: (invoiceId: string) => Promise<Uint8Array | null>
}

/**
 * The paper of an invoice: the original where the utility keeps it and it is what the feed says, else a duplicate drawn here. A preview is always
 * drawn here: on a screen names are masked, which nobody can do to an original.
 */
export function createInvoiceDrawing({ db, clock, drawing, fetchOriginal }: DrawingParts): Drawer<'duplicate'> {
  return async ({ invoiceId }, { copyNumber }) => {
    const invoice = findInvoice(db, invoiceId)
    const account = invoice && findAccount(db, invoice.accountId)
    const zone = account && findZone(db, account.zoneId)
    if (!invoice || !account || !zone) return failure({ code: 'not-found' })
    const fetched = copyNumber === null ? null : await original(invoice, zone)
    return success(fetched ?? (await duplicate(invoice, account, zone, copyNumber)))
  }

  async function original(invoice: Invoice, zone: Zone): Promise<DrawnDocument | null> {
    if (!invoice.hasDocument || !invoice.documentDigest) return null
    const pdf = await fetchOriginal(invoice.id)
    if (!pdf || !checkOriginal(pdf, invoice.documentDigest)) return null
    // Whoever cannot count its sheets cannot print it within the limits.
    const sheets = await drawing.countSheets(pdf).catch(() => null)
    return sheets === null ? null : { bytes: pdf, sheets, kind: 'original', media: mediaOf(zone) }
  }

  async function duplicate(invoice: KnownInvoice, account: Account, zone: Zone, copyNumber: number | null): Promise<DrawnDocument> {
    const printedOn = printedAt(clock.now(), zone.timeZone)
    const paidOn = paidDays(db, account.id).get(significantCharacters(invoice.number)) ?? null
    const model = duplicateModel({ invoice, account, zone, paidOn, history: listInvoices(db, account.id), copyNumber, printedOn })
    const { pdf, sheets } = await drawing.drawDuplicate(model)
    return { bytes: pdf, sheets, kind: 'duplicate', media: mediaOf(zone) }
  }
}
