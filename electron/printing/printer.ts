import type { PrinterStatus } from '../../shared/contract/printing.ts'

export type Media = 'letter' | 'a4'

export interface PrintableDocument {
  pdf: Uint8Array
  /** The printer shows it and may keep it: no personal data. Unique, so that an answer about another job is noticed. */
  title: string
  media: Media
}

/**
 * What became of one attempt to hand a document over. After `busy`, `unreachable` and `refused` nothing of it can have been
 * printed, so that it may be sent again; after `unclear` it may have been taken, and must never be sent again by itself.
 */
export type Submission =
  | { outcome: 'accepted'; ref: string }
  | { outcome: 'busy' }
  | { outcome: 'unreachable' }
  | { outcome: 'refused' }
  | { outcome: 'unclear' }

/**
 * A job as its printer tells it. `unprinted`: given up before any sheet, by the printer's own word; `aborted`: given up, and
 * nobody knows after how many sheets; `forgotten`: the printer knows no such job (it was switched off); `unreachable`: no
 * answer that can be understood.
 */
export type PrinterJob =
  | 'pending'
  | 'processing'
  | 'stopped'
  | 'completed'
  | 'canceled'
  | 'aborted'
  | 'unprinted'
  | 'forgotten'
  | 'unreachable'

/** A printer of documents. Nothing here rejects for trouble with the printer. */
export interface DocumentPrinter {
  readonly kind: 'ipp' | 'file'
  /** For the audit: the address, without credentials. */
  readonly name: string
  status(): Promise<PrinterStatus>
  /** Hands the document over exactly once. */
  submit(document: PrintableDocument): Promise<Submission>
  query(ref: string): Promise<PrinterJob>
  /** True when the printer has taken the wish; the job itself tells when it ended. */
  cancel(ref: string): Promise<boolean>
  /** Breaks off what is on its way: an interrupted submission is `unclear`. */
  close(): void
}
