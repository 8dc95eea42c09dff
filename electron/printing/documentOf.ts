import { documentRef, isPrintable, type PrintableRef } from '../../shared/contract/documents.ts'

/** The document of a job's row; null when the row is damaged. */
export function readPrintable(json: string): PrintableRef | null {
  const parsed = documentRef.safeParse(JSON.parse(json))
  return parsed.success && isPrintable(parsed.data) ? parsed.data : null
}

/** A key that is equal for equal references, whatever the order of their fields. */
export const keyOf = (ref: PrintableRef): string => JSON.stringify(Object.entries(ref).sort())
