import { createHash } from 'node:crypto'

/** What of a row is hashed, in this order (decision 43). It is never changed: rows of years ago are hashed so. */
export const chainedColumns = ['seq', 'at', 'who', 'what', 'subject', 'printer', 'outcome', 'detail'] as const

type Value = string | Uint8Array

/** Texts as they are stored, or their bytes; `seq` in decimal digits. */
export interface ChainedRow extends Record<'seq' | 'at' | 'who' | 'what' | 'subject', Value> {
  printer: Value | null
  outcome: Value | null
  detail: Value | null
}

/** What the first row follows. */
export const START: Uint8Array = Buffer.alloc(32)

/** The hash of a row that follows the row with that hash. */
export const linkAfter = (prev: Uint8Array, row: ChainedRow): Buffer => createHash('sha256').update(prev).update(canonicalForm(row)).digest()

/** `-` for null, `LENGTH:BYTES` for a text, with its length in bytes: no two rows have the same form. */
function canonicalForm(row: ChainedRow): Buffer {
  const parts = chainedColumns.flatMap((column) => {
    const value = row[column]
    if (value === null) return [Buffer.from('-')]
    const bytes = Buffer.from(value)
    return [Buffer.from(`${bytes.length}:`), bytes]
  })
  return Buffer.concat(parts)
}
