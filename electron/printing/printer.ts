import type { Attention, PrinterStatus } from '../../shared/contract/printing.ts'
import type { Media } from '../documents/drawnDocument.ts'

export interface PrintableDocument {
  /** A PDF, or of a ticket what its printer is to be sent. */
  bytes: Uint8Array
  /** The printer shows it and may keep it: no personal data. Unique, so that an answer about another job is noticed. */
  title: string
  /** Of a sheet. */
  media?: Media | undefined
  /** Drawn for that sheet: made to fit, its bars would no longer be whole dots wide. */
  trueSize?: boolean
}

/**
 * What became of one attempt to hand a document over. After `busy`, `unreachable` and `refused` nothing of it can have been
 * printed, so that it may be sent again; after `unclear` it may have been taken, and must never be sent again by itself. `busy` with an attention: it takes nothing until
 * somebody has seen to that, and is asked for its status until then.
 */
export type Submission =
  | { outcome: 'accepted'; ref: string }
  | { outcome: 'busy'; attention?: Attention }
  | { outcome: 'unreachable' }
  | { outcome: 'refused' }
  | { outcome: 'unclear' }

/** `still`: it does not print what it has, and asks for nothing; it may go on by itself. `refuses`: it prints what it has, and takes nothing more. */
export interface PrinterState extends PrinterStatus {
  still?: 'offline' | 'waiting'
  /** The most pressing thing that it warns of and prints all the same, if it prints. */
  warned?: Attention
  refuses?: boolean
}

/** How it stands for whoever would print now: one that takes nothing is as one that is paused. */
export const standingFor = ({ state, attention, refuses = false }: PrinterState): PrinterStatus =>
  refuses && attention.length === 0 ? { state: 'attention', attention: ['paused'] } : { state, attention }

/**
 * A job as its printer tells it. `unprinted`: given up before any sheet, by the printer's own word; `aborted`: given up, and
 * nobody knows after how many sheets, or ended with a document that failed; `pending` and `connecting`: it stands, and asks for nothing;
 * `forgotten`: the printer knows no such job (it was switched off); `unreachable`: no
 * answer that can be understood.
 */
export type PrinterJob = 'pending' | 'connecting' | 'processing' | 'stopped' | 'completed' | 'canceled' | 'aborted' | 'unprinted' | 'forgotten' | 'unreachable'

/** A printer, of sheets or of tickets. Nothing here rejects for trouble with the printer. */
export interface Printer {
  readonly kind: 'ipp' | 'file' | 'ticket' | 'absent'
  /** For the audit: the address, without credentials. */
  readonly name: string
  status(): Promise<PrinterState>
  /** Hands the document over exactly once. */
  submit(document: PrintableDocument): Promise<Submission>
  query(ref: string): Promise<PrinterJob>
  /** A number that had grown at the last query if the job moved, for a printer that counts. */
  progress?(): number
  /** True when the printer has taken the wish; the job itself tells when it ended. */
  cancel(ref: string): Promise<boolean>
  /** Breaks off what is on its way: an interrupted submission is `unclear`. */
  close(): void
}
