import { createHash } from 'node:crypto'

const MAGIC = Buffer.from('%PDF-', 'latin1')
/** Readers accept the mark anywhere in the first kilobyte; nothing that begins otherwise is worth sending to a printer. */
const MAGIC_WITHIN = 1024

/**
 * Whether these bytes are the original that the utility keeps: a PDF whose sha-256 is the invoice's `documentDigest` (base64).
 * Without a digest no original can be verified.
 */
export function checkOriginal(pdf: Uint8Array, documentDigest: string | null): boolean {
  if (documentDigest === null || !Buffer.from(pdf.subarray(0, MAGIC_WITHIN)).includes(MAGIC)) return false
  return createHash('sha256').update(pdf).digest('base64') === documentDigest
}
