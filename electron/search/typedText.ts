import { LONGEST_SEARCH } from '../../shared/contract/search.ts'
import { readAccountNumber } from '../../shared/domain/accountNumber.ts'
import { otherSpellings } from '../../shared/domain/digitLookalikes.ts'
import { lookalikeFolios, readFolio } from '../../shared/domain/folio.ts'
import { significantCharacters } from '../../shared/domain/invoiceNumber.ts'
import { withoutLabel } from '../../shared/domain/numberLabel.ts'
import { nationalNumber, readPhone } from '../../shared/domain/phone.ts'
import { particles } from './accountWords.ts'
import { wordsIn } from './fold.ts'
import { identifierKey } from './identifierKey.ts'

/** What was typed into the one field, read in every way in which it can be meant. */
export interface TypedText {
  /** Keys of which one must be an account's own. */
  keys: readonly string[]
  /** As a phone number with its area, where it can be one. */
  phone: string | null
  /** The whole text as the beginning of a key; null where it is too short for one. */
  beginning: string | null
  /** Spellings of an invoice number, the typed one first. */
  invoiceKeys: readonly string[]
  folios: readonly string[]
  /** Words that must be found, and those that only rank. */
  needed: readonly string[]
  others: readonly string[]
}

/** Words that must be found, and words that are looked at. */
const MOST_WORDS = 8
const MOST_READ = 24
/** Of the whole of a text that is a number or an e-mail address; shorter ones begin too much. */
const SHORTEST_BEGINNING = 3
const LONGEST_INVOICE_NUMBER = 20

/** What people write before what they search for, beside the labels of bills. */
const LABEL =
  /^\s*(?:medidor|tel[eé]fono|tel|celular|cel|m[oó]vil|correo|e-?mail|curp|rfc|c\.?i|c[eé]dula|ine|rut|documento|domicilio|direcci[oó]n|nombre|titular)[\s.:#]+/iu

/** What stands in nearly every address or company's name, in full and short. */
const COMMON = new Set([
  ...['av', 'avda', 'avenida', 'blvd', 'boulevard', 'bulevar', 'bvar', 'calle', 'col', 'colonia', 'fracc', 'fraccionamiento', 'priv', 'privada'],
  ...['int', 'interior', 'num', 'numero', 'nro', 'no', 'esq', 'esquina', 'apto', 'depto', 'departamento', 'cp', 'sa', 'cv', 'srl', 'sc', 'rl'],
])

/** Any text is read, whatever is in it: what is neither letter nor digit is left out of every part. */
export function readTypedText(typed: string): TypedText {
  const text = typed.slice(0, LONGEST_SEARCH).normalize('NFKC').replace(LABEL, '')
  const bare = withoutLabel(text) ?? text
  const isNumber = /\p{N}/u.test(bare)
  const key = identifierKey(bare)
  return {
    keys: isNumber || bare.includes('@') ? keysIn(bare, key) : [],
    phone: readPhone(bare).ok ? nationalNumber(bare) : null,
    beginning: key.length >= SHORTEST_BEGINNING && !isSeveralWords(bare) ? key : null,
    invoiceKeys: isNumber ? invoiceKeysIn(bare) : [],
    folios: isNumber ? foliosIn(text) : [],
    ...sortedWords(bare),
  }
}

/** Spaces stand within numbers too, but not between letters alone. */
const isSeveralWords = (text: string): boolean => /\p{L}{2}\s+\p{L}{2}/u.test(text)

function keysIn(text: string, key: string): string[] {
  const read = readAccountNumber(text)
  // Without the check digit only where it is surely one: every number of one digit less would match else.
  const numbers = read.ok ? read.readings.filter(({ certain }) => certain).map((reading) => reading.key) : []
  return [...new Set([key, ...numbers])].filter((each) => each !== '')
}

function invoiceKeysIn(text: string): string[] {
  const key = significantCharacters(text).replace(/[^A-Z0-9]/gu, '')
  return key.length > LONGEST_INVOICE_NUMBER || key === '' ? [] : [key, ...otherSpellings(key)]
}

function foliosIn(text: string): string[] {
  const read = readFolio(text)
  return read.ok ? [read.folio, ...lookalikeFolios(read.folio)] : []
}

/** A single letter, a particle or a word like *calle* is needed only where there is nothing else. */
function sortedWords(text: string): Pick<TypedText, 'needed' | 'others'> {
  const words = wordsIn(text).slice(0, MOST_READ)
  const tells = (word: string): boolean => !particles.has(word) && !COMMON.has(word) && (word.length > 1 || /\p{N}/u.test(word))
  const needed = words.filter(tells).slice(0, MOST_WORDS)
  return needed.length > 0 ? { needed, others: words.filter((word) => !tells(word)) } : { needed: words.slice(0, 1), others: [] }
}
