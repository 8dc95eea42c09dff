import { significantCharacters } from '../../../shared/domain/invoiceNumber.ts'
import type { KnownInvoice } from '../../../shared/domain/owed.ts'
import { failure, success } from '../../../shared/result.ts'
import type { Account, Invoice, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { findAccount } from '../../cache/queries/accounts.ts'
import { takeInvoiceCopyNumber } from '../../cache/queries/copyNumbers.ts'
import { findInvoice, listInvoices } from '../../cache/queries/invoices.ts'
import { paidDays } from '../../cache/queries/payments.ts'
import { findZone } from '../../cache/queries/zones.ts'
import type { DrawnDocument } from '../drawnDocument.ts'
import { accessToAccount } from '../access.ts'
import type { DocumentType, Drawer, DrawingParts, Rendition } from '../documentType.ts'
import { duplicateModel } from '../duplicate/duplicateModel.ts'
import { mediaOf } from '../media.ts'
import { checkOriginal } from '../original.ts'
import { printedAt } from '../printedOn.ts'

/** Another copy of an invoice. The numbers are raised by `invoiceId` of the audit after a recovery, so that no other document has that in its subject. */
export const duplicate: DocumentType<'duplicate'> = {
  authorize({ invoiceId }, parts) {
    const invoice = findInvoice(parts.db, invoiceId)
    return invoice ? accessToAccount(parts, { accountId: invoice.accountId, name: invoice.number }) : failure({ code: 'not-allowed' })
  },
  accountOf: ({ invoiceId }, db) => findInvoice(db, invoiceId)?.accountId,
  countedBy: ({ invoiceId }) => invoiceId,
  takeCopyNumber: takeInvoiceCopyNumber,
  numbersFiles: true,
  auditSubject: ({ invoiceId }) => ({ invoiceId }),
  fileName: 'Duplicado',
  draw: { documents: drawInvoice },
}

interface Billed {
  invoice: KnownInvoice
  account: Account
  zone: Zone
}

/**
 * The paper of an invoice: the original where the utility keeps it and it is what the feed says, else a duplicate drawn here. A preview, and what
 * is masked, is always drawn here: an original bears no mark and names its holder.
 */
async function drawInvoice({ invoiceId }: { invoiceId: string }, rendition: Rendition, parts: DrawingParts): ReturnType<Drawer<'duplicate'>> {
  const invoice = findInvoice(parts.db, invoiceId)
  const account = invoice && findAccount(parts.db, invoice.accountId)
  const zone = account && findZone(parts.db, account.zoneId)
  if (!invoice || !account || !zone) return failure({ code: 'not-found' })
  const original = rendition.purpose === 'preview' || rendition.masked ? null : await fetchOriginal(invoice, zone, parts)
  return success(original ?? (await drawDuplicate({ invoice, account, zone }, rendition, parts)))
}

async function fetchOriginal(invoice: Invoice, zone: Zone, parts: DrawingParts): Promise<DrawnDocument | null> {
  if (!invoice.hasDocument || !invoice.documentDigest) return null
  const pdf = await parts.fetchOriginal(invoice.id)
  if (!pdf || !checkOriginal(pdf, invoice.documentDigest)) return null
  // Whoever cannot count its sheets cannot print it within the limits.
  const sheets = await parts.drawing.countSheets(pdf).catch(() => null)
  return sheets === null ? null : { bytes: pdf, sheets, kind: 'original', media: mediaOf(zone) }
}

async function drawDuplicate({ invoice, account, zone }: Billed, rendition: Rendition, { db, clock, drawing }: DrawingParts): Promise<DrawnDocument> {
  const printedOn = printedAt(clock.now(), zone.timeZone)
  const paidOn = paidDays(db, account.id).get(significantCharacters(invoice.number)) ?? null
  const model = duplicateModel({ invoice, account, zone, paidOn, history: listInvoices(db, account.id), rendition, printedOn })
  const { pdf, sheets } = await drawing.drawDuplicate(model)
  return { bytes: pdf, sheets, kind: 'duplicate', media: mediaOf(zone) }
}
