import { documentRef, isPrintable, type PrintableRef } from '../../shared/contract/documents.ts'

/** As it stands in a job's row; null for what a damaged disk made of it. */
export function readPrintable(json: string): PrintableRef | null {
  const parsed = documentRef.safeParse(JSON.parse(json))
  return parsed.success && isPrintable(parsed.data) ? parsed.data : null
}

/** The same for the same paper, whatever the order of its fields. */
export const keyOf = (ref: PrintableRef): string => JSON.stringify(Object.entries(ref).sort())
