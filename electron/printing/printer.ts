import type { Attention, PrinterStatus } from '../../shared/contract/printing.ts'
import type { Media } from '../documents/drawnDocument.ts'

export interface PrintableDocument {
  /** A PDF; of a ticket, the bytes that its printer is sent. */
  bytes: Uint8Array
  /** Shown and perhaps kept by the printer: no personal data. Unique, so that an answer about another job is noticed. */
  title: string
  /** Of a sheet. */
  media?: Media | undefined
  /** Print without scaling: scaled bars would no longer be whole dots wide. */
  trueSize?: boolean
}

/**
 * How one submission of a document ended. After `busy`, `unreachable` and `refused` nothing can have been printed, so the document may be sent
 * again; after `unclear` the printer may have accepted it, and it is never sent again without being asked for. `busy` with an attention: the
 * printer accepts nothing until somebody has seen to that; until then only its status is queried.
 */
export type Submission =
  | { outcome: 'accepted'; ref: string }
  | { outcome: 'busy'; attention?: Attention }
  | { outcome: 'unreachable' }
  | { outcome: 'refused' }
  | { outcome: 'unclear' }

/** `still`: the printer stands still and asks for nothing; it may go on by itself. `refuses`: it prints what it has and accepts no more jobs. */
export interface PrinterState extends PrinterStatus {
  still?: 'offline' | 'waiting'
  /** The most pressing warning; a printer that warns may still print. */
  warned?: Attention
  refuses?: boolean
}

/** The status for a new job: a printer that accepts no jobs counts as paused. */
export const standingFor = ({ state, attention, refuses = false }: PrinterState): PrinterStatus =>
  refuses && attention.length === 0 ? { state: 'attention', attention: ['paused'] } : { state, attention }

/**
 * The state of a job as its printer reports it. `unprinted`: aborted before the first sheet; `aborted`: aborted after an unknown number of
 * sheets, or completed although the document failed; `pending` and `connecting`: it stands still, and nothing is asked for; `forgotten`: the
 * printer has no such job (it was switched off); `unreachable`: no intelligible answer.
 */
export type PrinterJob = 'pending' | 'connecting' | 'processing' | 'stopped' | 'completed' | 'canceled' | 'aborted' | 'unprinted' | 'forgotten' | 'unreachable'

/** A printer, of sheets or of tickets. Nothing here rejects for trouble with the printer. */
export interface Printer {
  readonly kind: 'ipp' | 'file' | 'ticket' | 'absent'
  /** For the audit: the address, without credentials. */
  readonly name: string
  status(): Promise<PrinterState>
  /** Sends the document exactly once. */
  submit(document: PrintableDocument): Promise<Submission>
  query(ref: string): Promise<PrinterJob>
  /** A count that grows from query to query while the job prints; only of a printer that counts. */
  progress?(): number
  /** True when the printer has accepted the cancellation; `query` tells when the job has ended. */
  cancel(ref: string): Promise<boolean>
  /** Aborts open requests: an interrupted submission is `unclear`. */
  close(): void
}
