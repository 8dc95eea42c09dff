import { createHash } from 'node:crypto'

/**
 * What of a row is hashed, in this order (decision 43): `-` for null, `LENGTH:BYTES` for a text, with its length in bytes, so that no two rows have the same
 * form. It is never changed: rows of years ago are hashed so.
 */
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
export function linkAfter(prev: Uint8Array, row: ChainedRow): Buffer {
  const hash = createHash('sha256').update(prev)
  // What follows each other as text goes in one piece: to hand it over costs more than to hash it.
  let text = ''
  for (const column of chainedColumns) {
    const value = row[column]
    if (typeof value === 'string') text += `${Buffer.byteLength(value)}:${value}`
    else if (value === null) text += '-'
    else {
      hash.update(`${text}${value.length}:`).update(value)
      text = ''
    }
  }
  return hash.update(text).digest()
}
