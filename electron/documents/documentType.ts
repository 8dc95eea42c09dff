import type { DocumentKind, DocumentRef, documentTraits, FileFormat } from '../../shared/contract/documents.ts'
import type { PrinterRole } from '../../shared/contract/printing.ts'
import type { Result } from '../../shared/result.ts'
import type { AccountReaders } from '../cache/accountReaders.ts'
import type { ReadableDb, WritableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import type { BegunRegistration } from '../customers/registrations.ts'
import type { OfVisit } from '../customers/ofVisit.ts'
import type { DrawnDocument } from './drawnDocument.ts'
import type { Counter } from '../session/counter.ts'
import type { Drawing } from './drawing.ts'
import type { Records } from './records/records.ts'
import type { TicketWidth } from './tickets/ticketPaper.ts'

/** Of the papers of a kind that anybody may have, this kiosk prints so many sheets in a day. */
export const SHEETS_FOR_ANYBODY = 40

/** What each kind of document is known by. */
export type Refs = { [K in DocumentKind]: Extract<DocumentRef, { kind: K }> }

/** What decides whether a session may have a document. */
export interface AccessParts {
  /** In which the document's account is. */
  db: ReadableDb
  /** For what is of several accounts. */
  readers: AccountReaders
  clock: Clock
  counter: Pick<Counter, 'current' | 'mayRead'>
  /** The registration that this visit has begun, if any. */
  begun: Pick<OfVisit<BegunRegistration>, 'get'>
}

/** Whose a document is, and what the person knows it by. */
export interface DocumentAccess {
  /** Null for what was filed without an account, and for a turn. */
  accountId: string | null
  /** Of several accounts: all of them. */
  accountIds?: readonly string[]
  name: string
}

/** What documents are drawn with. */
export interface DrawingParts {
  db: ReadableDb
  readers: AccountReaders
  clock: Clock
  drawing: Drawing
  records: Records
  /** As of `AccessParts`: what stands on its paper is stored nowhere. */
  begun: AccessParts['begun']
  /** The utility's own PDF, or null when it cannot be had now. */
  fetchOriginal: (invoiceId: string) => Promise<Uint8Array | null>
  /** Of the roll in the ticket printer. */
  widthMm: TicketWidth
}

/** For what a document is drawn. */
export interface Rendition {
  purpose: 'print' | 'preview' | 'file'
  /** Names and addresses are written as `A•• M•••••`. */
  masked: boolean
  /** Null where no number is taken: a preview, and a file of what is not numbered as a file. */
  copyNumber: number | null
}

/** Draws a document from what is stored when it is drawn. Problems: not-found, document-failed, and those of what is paid with. */
export type Drawer<K extends DocumentKind> = (ref: Refs[K], rendition: Rendition, parts: DrawingParts) => Promise<Result<DrawnDocument>>

export interface DocumentFile {
  /** Without extension. */
  name: string
  extension: FileFormat
  bytes: Uint8Array
}

type RolesOf<K extends DocumentKind> = (typeof documentTraits)[K]['printers'][number]
export type Drawers<K extends DocumentKind> = Partial<Record<PrinterRole, Drawer<K>>>

/** Everything that the main process knows of a type of document; what both processes know is in `documentTraits` of the contract. */
export interface DocumentType<K extends DocumentKind> {
  /** May the session have it? One answer for what does not exist and for what is somebody else's. Problems: not-allowed, and those of its own. */
  authorize(ref: Refs[K], parts: AccessParts): Result<DocumentAccess>
  /** Whose it is now; null for nobody's, undefined for what is there no more. */
  accountOf(ref: Refs[K], db: ReadableDb): string | null | undefined
  /** What its copies are counted by, on a day of its zone. */
  countedBy(ref: Refs[K], businessDate: string): string
  /** The next number of a copy; never given again. In the transaction that stores what bears it. */
  takeCopyNumber(db: WritableDb, countedBy: string): number
  /** A file of it takes the number of a copy, as a printed one does. */
  numbersFiles?: true
  /** Staff print it no second time: it is given once, or lives only as long as its visit. */
  givenOnce?: true
  /** The first copy is printed whatever the limits say. */
  firstCopyUnlimited?: true
  /** So many sheets of all papers of its kind come out of this kiosk in a day: anybody may have them, and no account's limit holds. */
  mostPerDay?: number
  /** What the audit calls it: identifiers only. */
  auditSubject(ref: Refs[K]): Record<string, string>
  /** How its PDF is called by those who find it in a folder. */
  fileName: string
  /** On the paper of each printer that it is made for, and of others that it may be sent to. */
  draw: Record<RolesOf<K>, Drawer<K>> & Drawers<K>
  /** Makes files that are not the sheet's PDF. Problems: not-found, document-failed for a format that it does not come in. */
  makeFile?(ref: Refs[K], format: FileFormat, parts: DrawingParts): Promise<Result<DocumentFile>>
}
