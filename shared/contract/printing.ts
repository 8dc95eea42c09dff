import { z } from 'zod'
import { problemCode } from '../problems.ts'
import { call } from './define.ts'
import { identifier } from './values.ts'

/** What a printer asks a person to see to. */
export const attention = z.enum(['paper', 'jam', 'cover', 'toner', 'tray', 'offline', 'paused', 'other'])
export type Attention = z.infer<typeof attention>

export const printerStatus = z.object({
  state: z.enum(['ready', 'busy', 'attention', 'offline']),
  attention: z.array(attention),
})
export type PrinterStatus = z.infer<typeof printerStatus>

export const jobState = z.enum(['queued', 'sent', 'confirmed', 'unknown', 'failed', 'cancelled'])
export type JobState = z.infer<typeof jobState>

/** What the person says went wrong with a sheet that nobody saw come out. */
export const printTrouble = z.enum(['nothing', 'incomplete', 'illegible', 'other'])
export type PrintTrouble = z.infer<typeof printTrouble>

/**
 * A duplicate of an invoice, drawn by us and numbered; the utility's original of it, which is printed in its place as it is; the receipt of
 * something that was filed.
 */
export const documentKind = z.enum(['duplicate', 'original', 'receipt', 'statement', 'slip', 'cashTicket', 'turn'])
export type DocumentKind = z.infer<typeof documentKind>

export const printJob = z.object({
  id: identifier,
  kind: documentKind,
  /** The invoice, or of a receipt the command. */
  documentId: identifier,
  /** What the person knows it by: the invoice's number as printed, the receipt's folio. */
  documentName: z.string(),
  /** Null for an original. */
  copyNumber: z.int().nullable(),
  /** Null until the document is drawn. */
  sheets: z.int().nullable(),
  state: jobState,
  /** While sent: what the printer waits for. */
  attention: attention.nullable(),
  /** With failed: why. */
  problem: problemCode.nullable(),
  /** The state is unknown and the person has not yet said whether the sheet came out. */
  asks: z.boolean(),
  canCancel: z.boolean(),
  canRetry: z.boolean(),
})
export type PrintJob = z.infer<typeof printJob>

const jobId = z.strictObject({ jobId: identifier })

export const printingCalls = {
  'printing.printer': call(z.strictObject({}), printerStatus),
  /**
   * The job is stored when this answers. Touching twice answers the same job. Problems: sheet-limit-visit, sheet-limit-account,
   * cannot-store, not-allowed.
   */
  'printing.duplicate': call(z.strictObject({ invoiceId: identifier }), printJob),
  /** The receipt of what this session filed; as above, but the limits do not stand in the way of its first copy. */
  'printing.receipt': call(z.strictObject({ commandId: identifier }), printJob),
  'printing.job': call(jobId, printJob),
  'printing.cancel': call(jobId, printJob),
  /** Sends a failed job again, or prints a new copy of one whose sheet did not come out. Problems as above, and job-finished. */
  'printing.retry': call(jobId, printJob),
  /** *¿Salió bien su impresión?* */
  'printing.answer': call(z.strictObject({ jobId: identifier, cameOut: z.boolean(), trouble: printTrouble.optional() }), printJob),
  /** Saves the duplicate in the configured folder. Problems: no-place-to-save, save-failed, cannot-store, sheet-limit-visit. */
  'printing.saveDuplicate': call(z.strictObject({ invoiceId: identifier }), z.object({ fileName: z.string(), place: z.string() })),
}

export const printingEvents = {
  'printing.job': printJob,
}
