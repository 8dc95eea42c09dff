import type { DocumentRef, FileFormat } from '../../shared/contract/documents.ts'
import type { DocumentKind, PrinterRole } from '../../shared/contract/printing.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { findCommand } from '../cache/queries/commands.ts'
import { findInvoice } from '../cache/queries/invoices.ts'
import type { ReadableDb, WritableDb } from '../cache/db.ts'
import type { Clock } from '../clock.ts'
import { inTransaction } from '../cache/transaction.ts'
import { takeCopyNumber } from '../printing/jobTable.ts'
import type { DrawnDocument } from '../printing/work.ts'
import type { Counter } from '../session/counter.ts'
import { createClaims, type Claim } from './documentClaims.ts'
import { drawBy, fileBy, type DocumentFile, type DrawingTable, type Refs } from '../documents/documentType.ts'
import { storing } from '../faults.ts'

export interface ClaimedDocument extends Claim {
  ref: DocumentRef
  kind: DocumentRef['kind']
}

interface DrawWish {
  /** Null for a preview, which takes no number. */
  copyNumber: number | null
  /** On a sheet unless it is for the printer of tickets. */
  printer?: PrinterRole
  /** Whose it was when it was asked for: of somebody else's since, nothing is drawn. */
  accountId?: string | null
}

export interface FiledDocument extends DocumentFile {
  /** What it turned out to be: an original may be had in place of a duplicate. */
  kind: DocumentKind | 'consumption'
  /** Of a duplicate drawn by us. */
  copyNumber: number | null
}

/** Every document of the kiosk, for whoever prints, shows or saves it. */
export interface Documents {
  /** May this session have it? Problems: not-allowed, nothing-owed, outdated-invoice, invalid-fields. */
  claim(ref: DocumentRef): Result<ClaimedDocument>
  /** Judges nothing: claim first. Problems: not-found, document-failed. */
  draw(ref: DocumentRef, wish: DrawWish): Promise<Result<DrawnDocument>>
  /** The same as a file; a duplicate takes the number of a copy. Problems besides: cannot-store. */
  file(ref: DocumentRef, format: FileFormat): Promise<Result<FiledDocument>>
}

interface DocumentsParts {
  db: WritableDb
  clock: Clock
  counter: Pick<Counter, 'current' | 'mayRead'>
  table: DrawingTable
}

export function createDocuments({ db, clock, counter, table }: DocumentsParts): Documents {
  const judges = createClaims({ db, clock, counter })
  const draw: Documents['draw'] = async (ref, { copyNumber, printer = 'documents', accountId }) => {
    if (accountId !== undefined && accountOf(db, ref) !== accountId) return failure({ code: 'not-found' })
    return drawBy(table[printer], ref.kind, ref, { copyNumber })
  }

  return {
    claim(ref) {
      const judged = judgeBy(judges, ref.kind, ref)
      return judged.ok ? success({ ...judged.value, ref, kind: ref.kind }) : judged
    },
    draw,
    async file(ref, format) {
      const made = await fileBy(table.files, ref.kind, ref, format)
      if (made) return made.ok ? success({ ...made.value, kind: ref.kind, copyNumber: null }) : made
      return format === 'pdf' ? drawnFile(ref) : failure({ code: 'document-failed' })
    },
  }

  /** The sheet itself, numbered like a printed one. */
  async function drawnFile(ref: DocumentRef): Promise<Result<FiledDocument>> {
    const claimed = judgeBy(judges, ref.kind, ref)
    if (!claimed.ok) return claimed
    const numbered = numberFor(db, ref)
    if (!numbered.ok) return numbered
    const drawn = await draw(ref, { copyNumber: numbered.value })
    if (!drawn.ok) return drawn
    const { kind, bytes } = drawn.value
    const name = `${fileNames[kind]} ${claimed.value.name}`
    return success({ name, extension: 'pdf', bytes, kind, copyNumber: kind === 'duplicate' ? numbered.value : null })
  }
}

type Judge<K extends DocumentRef['kind']> = (ref: Refs[K]) => Result<Claim>

function judgeBy<K extends DocumentRef['kind']>(judges: ReturnType<typeof createClaims>, kind: K, ref: Refs[K]): Result<Claim> {
  const judge: Judge<K> = judges[kind]
  return judge(ref)
}

/** Taken for good before anything is drawn, as when it is printed. */
function numberFor(db: WritableDb, ref: DocumentRef): Result<number | null> {
  if (ref.kind !== 'duplicate') return success(null)
  return storing(() => success(inTransaction(db, () => takeCopyNumber(db, { kind: ref.kind, documentId: ref.invoiceId }))))
}

/** Whose it is now; undefined for what is there no more. */
function accountOf(db: ReadableDb, ref: DocumentRef): string | null | undefined {
  switch (ref.kind) {
    case 'duplicate':
      return findInvoice(db, ref.invoiceId)?.accountId
    case 'receipt':
      return findCommand(db, ref.commandId)?.accountId
    case 'slip':
    case 'cashTicket':
      return findInvoice(db, ref.invoiceIds[0] ?? '')?.accountId
    case 'statement':
    case 'consumption':
      return ref.accountId
    case 'turn':
    case 'testPage':
      return null
  }
}

/** How a saved document is called by those who find it in the folder. */
const fileNames: Record<DocumentKind, string> = {
  duplicate: 'Duplicado',
  original: 'Factura',
  receipt: 'Comprobante',
  statement: 'Estado de cuenta',
  slip: 'Ficha de pago',
  cashTicket: 'Pago en caja',
  turn: 'Turno',
  testPage: 'Prueba',
}
