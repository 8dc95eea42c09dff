import { z } from 'zod'
import { problemCode } from '../problems.ts'
import { call, heardBy } from './define.ts'
import { documentRef, printableKinds } from './documents.ts'
import { identifier } from './values.ts'

/** What a printer asks a person to see to. The last two ask for nothing: the job has not begun, or says that it prints and does not get on. */
export const attention = z.enum(['paper', 'jam', 'cover', 'toner', 'tray', 'offline', 'paused', 'other', 'waiting', 'slow'])
export type Attention = z.infer<typeof attention>

export const printerStatus = z.object({
  state: z.enum(['ready', 'busy', 'attention', 'offline']),
  attention: z.array(attention),
})
export type PrinterStatus = z.infer<typeof printerStatus>

/** Sheets come out of one printer; tickets of another, where the branch has one. What tells them apart stands in `printerTraits`. */
export const printerRole = z.enum(['documents', 'tickets'])
export type PrinterRole = z.infer<typeof printerRole>

export const jobState = z.enum(['queued', 'sent', 'confirmed', 'unknown', 'failed', 'cancelled'])
export type JobState = z.infer<typeof jobState>

/** What the person says went wrong with a sheet that nobody saw come out. */
export const printTrouble = z.enum(['nothing', 'incomplete', 'illegible', 'other'])
export type PrintTrouble = z.infer<typeof printTrouble>

/** The papers that a person can take away; `original`: the utility's own of an invoice, printed as it is in place of a duplicate. */
export const jobKind = z.enum([...printableKinds, 'original'])
export type JobKind = z.infer<typeof jobKind>

export const printJob = z.object({
  id: identifier,
  kind: jobKind,
  document: documentRef,
  /** The invoice, the command, the account of a statement, the agreement, the first invoice of a slip, the day of a turn or a test page. */
  documentId: identifier,
  /** What the person knows it by: the invoice's number as printed, the receipt's folio, the statement's days, the turn's number. */
  documentName: z.string(),
  printer: printerRole,
  /** Null for an original. Of a turn, the number in the queue. */
  copyNumber: z.int().nullable(),
  /** Null until the document is drawn. */
  sheets: z.int().nullable(),
  state: jobState,
  /** While queued or sent: what the printer waits for. */
  attention: attention.nullable(),
  /** With failed: why. */
  problem: problemCode.nullable(),
  /** The state is unknown and the person has not yet said whether the sheet came out. */
  asks: z.boolean(),
  canCancel: z.boolean(),
  canRetry: z.boolean(),
  /** It did not come out where it was sent, and may come out there: `printing.print` with `on`. Null where there is no such printer. */
  alternativePrinter: printerRole.nullable(),
})
export type PrintJob = z.infer<typeof printJob>

const jobId = z.strictObject({ jobId: identifier })

export const printingCalls = heardBy('served', {
  /** How the printer stands on which that paper comes out; the document printer without `kind`. */
  'printing.printer': call(z.strictObject({ kind: jobKind.optional() }), printerStatus),
  /**
   * The job is stored when this answers; touching twice answers the same job. On the printer that the paper is
   * made for, unless `on` asks for another that it can come out of. The limits do not stand in the way of a receipt's first copy. Problems:
   * sheet-limit-document, sheet-limit-visit, sheet-limit-account, sheet-limit-day, cannot-store, not-allowed, account-withdrawn, paid-meanwhile,
   * nothing-owed, outdated-invoice, document-failed.
   */
  'printing.print': call(z.strictObject({ document: documentRef, on: printerRole.optional() }), printJob),
  'printing.job': call(jobId, printJob),
  'printing.cancel': call(jobId, printJob),
  /** Sends a failed job again, or prints a new copy of one whose sheet did not come out. Problems as above, and job-finished. */
  'printing.retry': call(jobId, printJob),
  /** *¿Salió bien su impresión?* */
  'printing.answer': call(z.strictObject({ jobId: identifier, cameOut: z.boolean(), trouble: printTrouble.optional() }), printJob),
})

export const printingEvents = {
  'printing.job': printJob,
}
