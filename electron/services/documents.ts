import type { DocumentKind, DocumentRef, FileFormat } from '../../shared/contract/documents.ts'
import type { JobKind, PrinterRole } from '../../shared/contract/printing.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { branchAlone, type AccountReaders } from '../cache/accountReaders.ts'
import type { ReadableDb, WritableDb } from '../cache/db.ts'
import { inTransaction } from '../cache/transaction.ts'
import type { AccessParts, DocumentAccess, DocumentFile, Drawers, DrawingParts, Refs, Rendition } from '../documents/documentType.ts'
import { accountOfDocument, documentType } from '../documents/documentTypes.ts'
import { storing } from '../faults.ts'
import type { DrawnDocument } from '../documents/drawnDocument.ts'

export interface AuthorizedDocument extends DocumentAccess {
  ref: DocumentRef
}

interface DrawOptions extends Rendition {
  /** On a sheet unless it is for another printer. */
  printer?: PrinterRole
  /** Whose it was when it was asked for: of somebody else's since, nothing is drawn. */
  accountId?: string | null
}

export interface FiledDocument extends DocumentFile {
  /** What it turned out to be: an original may be had in place of a duplicate. */
  kind: JobKind | 'consumption'
  /** Of a duplicate drawn by us. */
  copyNumber: number | null
}

/** Every document of the kiosk, for whoever prints, shows or saves it. */
export interface Documents {
  /** May this session have it? Problems: not-allowed, account-withdrawn, paid-meanwhile, nothing-owed, outdated-invoice, invalid-fields. */
  authorize(ref: DocumentRef): Result<AuthorizedDocument>
  /** Judges nothing: authorize first. Problems: not-found, document-failed. */
  draw(ref: DocumentRef, options: DrawOptions): Promise<Result<DrawnDocument>>
  /** The same as a file; a duplicate takes the number of a copy. Problems besides: cannot-store. */
  file(ref: DocumentRef, format: FileFormat): Promise<Result<FiledDocument>>
}

interface DocumentsParts extends Omit<AccessParts & DrawingParts, 'readers'> {
  db: WritableDb
  readers?: AccountReaders
}

export function createDocuments({ readers, ...given }: DocumentsParts): Documents {
  const parts = { ...given, readers: readers ?? branchAlone(given.db) }
  const { of, find } = parts.readers
  const reader = (ref: DocumentRef): ReadableDb => of(find((db) => accountOfDocument(ref, db)))
  return {
    authorize(ref) {
      const access = authorizeBy(ref.kind, ref, { ...parts, db: reader(ref) })
      return access.ok ? success({ ...access.value, ref }) : access
    },
    draw(ref, options) {
      const db = reader(ref)
      return whileHeld(db, () => drawBy(ref.kind, ref, { ...options, parts: { ...parts, db } }))
    },
    file(ref, format) {
      const db = reader(ref)
      return whileHeld(db, () => fileBy(ref.kind, ref, { format, parts: { ...parts, db }, counters: parts.db }))
    },
  }
}

/** What was read for a visit is gone with it, also while something of it is drawn. */
async function whileHeld<T>(db: ReadableDb, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (db.open) throw error
    return failure({ code: 'not-found' })
  }
}

const authorizeBy = <K extends DocumentKind>(kind: K, ref: Refs[K], parts: AccessParts): Result<DocumentAccess> => documentType(kind).authorize(ref, parts)

interface Drawn extends DrawOptions {
  parts: DrawingParts
}

/** Answers document-failed for what does not come out of that printer. */
async function drawBy<K extends DocumentKind>(
  kind: K,
  ref: Refs[K],
  { printer = 'documents', accountId, parts, ...rendition }: Drawn,
): Promise<Result<DrawnDocument>> {
  const type = documentType(kind)
  if (accountId !== undefined && type.accountOf(ref, parts.db) !== accountId) return failure({ code: 'not-found' })
  const drawers: Drawers<K> = type.draw
  const draw = drawers[printer]
  return draw ? draw(ref, rendition, parts) : failure({ code: 'document-failed' })
}

interface Filing {
  format: FileFormat
  parts: AccessParts & DrawingParts
  /** Where the numbers of copies are. */
  counters: WritableDb
}

async function fileBy<K extends DocumentKind>(kind: K, ref: Refs[K], { format, ...filing }: Filing): Promise<Result<FiledDocument>> {
  const { parts } = filing
  const made = await documentType(kind).makeFile?.(ref, format, parts)
  if (made) return made.ok ? success({ ...made.value, kind, copyNumber: null }) : made
  return format === 'pdf' ? drawnFile(kind, ref, filing) : failure({ code: 'document-failed' })
}

/** The sheet itself, numbered like a printed one where such files are. */
async function drawnFile<K extends DocumentKind>(kind: K, ref: Refs[K], { parts, counters }: Omit<Filing, 'format'>): Promise<Result<FiledDocument>> {
  const access = authorizeBy(kind, ref, parts)
  if (!access.ok) return access
  const numbered = takeFileNumber(kind, ref, counters)
  if (!numbered.ok) return numbered
  const drawn = await drawBy(kind, ref, { purpose: 'file', masked: false, copyNumber: numbered.value, parts })
  if (!drawn.ok) return drawn
  const { kind: became, bytes } = drawn.value
  const name = `${fileNameOf(became)} ${access.value.name}`
  return success({ name, extension: 'pdf', bytes, kind: became, copyNumber: became === 'original' ? null : numbered.value })
}

/** Taken for good before anything is drawn, as when it is printed. */
function takeFileNumber<K extends DocumentKind>(kind: K, ref: Refs[K], db: WritableDb): Result<number | null> {
  const type = documentType(kind)
  if (!type.numbersFiles) return success(null)
  return storing(() => success(inTransaction(db, () => type.takeCopyNumber(db, type.countedBy(ref, '')))))
}

/** How a saved document is called by those who find it in the folder. */
const fileNameOf = (kind: JobKind): string => (kind === 'original' ? 'Factura' : documentType(kind).fileName)
