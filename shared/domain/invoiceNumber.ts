import type { FieldProblem } from '../problems.ts'
import { readLookalikesByRule } from './digitLookalikes.ts'
import { withoutLabel } from './numberLabel.ts'
import { matchesPattern } from './pattern.ts'

/** Ten capitals and digits count; spaces, hyphens and dots stand between them as printed and do not. */
const SIGNIFICANT_LENGTH = 10
const SEPARATORS = /[\s.\-\u2010-\u2015\u2212]/gu

/** What of an invoice number counts when two are compared: `de-4043.2503` → `DE40432503`. */
export function significantCharacters(text: string): string {
  return text.normalize('NFKC').replace(SEPARATORS, '').toUpperCase()
}

/** Whether it is as long as invoice numbers are where the zone has no rule of its own. */
export const hasUsualLength = (text: string): boolean => significantCharacters(withoutLabel(text) ?? text).length === SIGNIFICANT_LENGTH

export type InvoiceNumberReading = { ok: true; key: string } | { ok: false; problem: FieldProblem }

/**
 * Reads an invoice number as a person types it, in any of the spellings they have seen, also with the word that stands before it on the bill.
 * @param pattern the zone's own rule over the significant characters, instead of ten capitals and digits
 */
export function readInvoiceNumber(text: string, pattern: string | null = null): InvoiceNumberReading {
  const bare = withoutLabel(text)
  // A series may be spelled like a label: `NO 4043 2503` is whole as it stands.
  return bare === null || fitsAsTyped(text, pattern) ? readBare(text, pattern) : readBare(bare, pattern)
}

function fitsAsTyped(text: string, pattern: string | null): boolean {
  const key = significantCharacters(text)
  return /^[A-Z0-9]+$/.test(key) && (pattern === null ? key.length === SIGNIFICANT_LENGTH : matchesPattern(pattern, key))
}

function readBare(text: string, pattern: string | null): InvoiceNumberReading {
  const key = significantCharacters(text)
  if (key === '') return { ok: false, problem: 'empty' }
  if (!/^[A-Z0-9]+$/.test(key)) return { ok: false, problem: 'bad-characters' }
  if (pattern !== null) return readByRule(key, (typed) => matchesPattern(pattern, typed))
  if (key.length < SIGNIFICANT_LENGTH) return { ok: false, problem: 'too-short' }
  if (key.length > SIGNIFICANT_LENGTH) return { ok: false, problem: 'too-long' }
  return { ok: true, key }
}

/** Where the zone's rule has only digits, letters that look like them are read as digits; where it allows letters, they stay. */
function readByRule(key: string, isMet: (key: string) => boolean): InvoiceNumberReading {
  const read = isMet(key) ? key : readLookalikesByRule(key, isMet)
  return read === null ? { ok: false, problem: 'pattern' } : { ok: true, key: read }
}
