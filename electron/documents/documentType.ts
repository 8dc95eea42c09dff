import type { DocumentRef, FileFormat } from '../../shared/contract/documents.ts'
import { failure, type Result } from '../../shared/result.ts'
import type { DrawnDocument } from '../printing/work.ts'

export type DocumentKind = DocumentRef['kind']

/** What each kind of document is known by. */
export type Refs = { [K in DocumentKind]: Extract<DocumentRef, { kind: K }> }

export interface Numbering {
  /** Null for a preview, which takes no number. */
  copyNumber: number | null
}

/** Draws one kind of document from what is stored when it is drawn. Problems: not-found, document-failed. */
export type Drawer<K extends DocumentKind> = (ref: Refs[K], numbering: Numbering) => Promise<Result<DrawnDocument>>

export interface DocumentFile {
  /** Without extension. */
  name: string
  extension: FileFormat
  bytes: Uint8Array
}

/** Makes a file of one kind of document. Problem: document-failed for a format that it does not come in. */
export type Filer<K extends DocumentKind> = (ref: Refs[K], format: FileFormat) => Promise<Result<DocumentFile>>

export type Drawers = { [K in DocumentKind]?: Drawer<K> }
export type Filers = { [K in DocumentKind]?: Filer<K> }

/** Who draws what: on sheets (PDF), on tickets, and who makes files that are not the sheet's PDF. */
export interface DrawingTable {
  documents: Drawers
  tickets: Drawers
  files: Filers
}

/** Answers document-failed for what nobody draws. */
export function drawBy<K extends DocumentKind>(drawers: Drawers, kind: K, ref: Refs[K], numbering: Numbering): Promise<Result<DrawnDocument>> {
  const drawer: Drawer<K> | undefined = drawers[kind]
  return drawer ? drawer(ref, numbering) : Promise.resolve(failure({ code: 'document-failed' }))
}

/** Undefined where nobody makes files of it. */
export function fileBy<K extends DocumentKind>(filers: Filers, kind: K, ref: Refs[K], format: FileFormat): Promise<Result<DocumentFile>> | undefined {
  const filer: Filer<K> | undefined = filers[kind]
  return filer?.(ref, format)
}
