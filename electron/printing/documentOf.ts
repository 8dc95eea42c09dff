import { documentRef, isPrintable, type DocumentKind, type DocumentRef, type PrintableRef } from '../../shared/contract/documents.ts'
import type { Refs } from '../documents/documentType.ts'
import { documentType } from '../documents/documentTypes.ts'

/** As it stands in a job's row; null for what a damaged disk made of it. */
export function readPrintable(json: string): PrintableRef | null {
  const parsed = documentRef.safeParse(JSON.parse(json))
  return parsed.success && isPrintable(parsed.data) ? parsed.data : null
}

/** The same for the same paper, whatever the order of its fields. */
export const keyOf = (ref: PrintableRef): string => JSON.stringify(Object.entries(ref).sort())

/** What its copies are counted by, and the screen knows it by. */
export const documentIdOf = (ref: PrintableRef, businessDate: string): string => countedBy(ref.kind, ref, businessDate)

const countedBy = <K extends DocumentKind>(kind: K, ref: Refs[K], businessDate: string): string => documentType(kind).countedBy(ref, businessDate)

/** What the audit calls it. */
export const auditSubjectOf = (ref: DocumentRef): Record<string, string> => auditSubject(ref.kind, ref)

const auditSubject = <K extends DocumentKind>(kind: K, ref: Refs[K]): Record<string, string> => documentType(kind).auditSubject(ref)
