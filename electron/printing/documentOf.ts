import { documentRef, type DocumentRef } from '../../shared/contract/documents.ts'

/** What can come out of a printer; readings are a file only. */
export type PrintableRef = Exclude<DocumentRef, { kind: 'consumption' }>

/** As it stands in a job's row; null for what a damaged disk made of it. */
export function readPrintable(json: string): PrintableRef | null {
  const parsed = documentRef.safeParse(JSON.parse(json))
  return parsed.success && isPrintable(parsed.data) ? parsed.data : null
}

export const isPrintable = (ref: DocumentRef): ref is PrintableRef => ref.kind !== 'consumption'

/** The same for the same paper, whatever the order of its fields. */
export const keyOf = (ref: PrintableRef): string => JSON.stringify(Object.entries(ref).sort())

/** What its copies are counted by, and the screen knows it by. */
export function documentIdOf(ref: PrintableRef, businessDate: string): string {
  switch (ref.kind) {
    case 'duplicate':
      return ref.invoiceId
    case 'receipt':
      return ref.commandId
    case 'statement':
      return ref.accountId
    case 'slip':
    case 'cashTicket':
      return ref.invoiceIds[0] ?? ''
    case 'turn':
    case 'testPage':
      return businessDate
  }
}

/** What the audit calls it: identifiers only. The numbers of duplicates are raised by `invoiceId` after a recovery, so that nothing else has it. */
export function subjectOf(ref: PrintableRef): Record<string, string> {
  switch (ref.kind) {
    case 'duplicate':
      return { invoiceId: ref.invoiceId }
    case 'receipt':
      return { commandId: ref.commandId }
    case 'statement':
      return { from: ref.from, to: ref.to }
    case 'slip':
      return { bankId: ref.bankId, invoiceIds: ref.invoiceIds.join(' ') }
    case 'cashTicket':
      return { invoiceIds: ref.invoiceIds.join(' ') }
    case 'turn':
    case 'testPage':
      return {}
  }
}
