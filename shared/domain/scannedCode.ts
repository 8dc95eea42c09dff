import { LONGEST_CODE, SEPARATOR } from './scannedText.ts'
import { type FiscalCode, readFiscalCode } from './fiscalCode.ts'
import { readFolio } from './folio.ts'
import { possibleTexts } from './keyboardTables.ts'

/** The kind of a scanned code, judged by its form alone. */
export type ScannedCode =
  | { kind: 'folio'; folio: string }
  | { kind: 'fiscal'; code: FiscalCode }
  /** An account's or invoice's number, or a payment reference: the texts that the scanner may have meant, the likeliest first. */
  | { kind: 'number'; texts: readonly string[] }

/** What the scanner may have meant, the likeliest first; nothing for a text longer than any code of ours. */
export const textsOf = (typed: string): string[] => (typed.length > LONGEST_CODE ? [] : possibleTexts(typed.trim()))

/** Null for any code that is not ours: another address, a text, or one that is too long. */
export function readScannedCode(typed: string): ScannedCode | null {
  const texts = textsOf(typed)
  const folio = firstOf(texts, folioIn)
  if (folio !== null) return { kind: 'folio', folio }
  const code = firstOf(texts, readFiscalCode)
  if (code !== null) return { kind: 'fiscal', code }
  const numbers = texts.filter(isNumber)
  return numbers.length > 0 ? { kind: 'number', texts: numbers } : null
}

/** As our receipts carry it: with its hyphens, so that a long reference of digits is none. */
const FOLIO = /^[A-Z0-9]{2,6}-\d{8}-\d{5}$/iu

function folioIn(text: string): string | null {
  const read = FOLIO.test(text) ? readFolio(text) : null
  return read?.ok ? read.folio : null
}

/** Letters and digits, with what stands between them on bills, and the separators of GS1-128. */
const NUMBER = /^(?:\]C1)? ?[A-Z0-9][A-Z0-9 .-]{0,99}$/iu
const FEWEST_DIGITS = 4

const isNumber = (text: string): boolean => NUMBER.test(text.replaceAll(SEPARATOR, ' ')) && text.replace(/\D/gu, '').length >= FEWEST_DIGITS

function firstOf<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = read(text)
    if (found !== null) return found
  }
  return null
}
