import { editDistance } from '../../shared/domain/editDistance.ts'

/** A word that questions are searched for, as the words of the texts that were perhaps meant by it. */
export interface Meant {
  words: string[]
  /** What was typed is the beginning of them; else they only resemble it. */
  begin: boolean
}

const MOST_WORDS = 12
const LONGEST_WORD = 40
/** Shorter ones resemble too many. */
const SHORTEST_MENDED = 4
const SHORTEST_OF_TWO = 7
/** With more than these, whoever types would wait: of so many words hardly any is meant. */
const MOST_COMPARED = 4_000
const MOST_RESEMBLING = 20

/** The words of a text without capitals and accents, as the index has them. */
export function wordsIn(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD))
}

/** One that is typed, in the singular too, begins some of the `known` words; where it begins none, those that resemble it most are meant. */
export function meantBy(word: string, known: readonly string[]): Meant {
  const beginnings = [word, ...singulars(word)].filter((beginning) => known.some((one) => one.startsWith(beginning)))
  return beginnings.length > 0 ? { words: beginnings, begin: true } : { words: resembling(word, known), begin: false }
}

/** Of *facturas*, *medidores*, *faturas*, *bills*: good enough for the beginning of a word. */
function singulars(word: string): string[] {
  const endings = word.length > 5 ? ['es', 's'] : word.length > 3 ? ['s'] : []
  return endings.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length))
}

function resembling(word: string, known: readonly string[]): string[] {
  if (word.length < SHORTEST_MENDED) return []
  const most = word.length < SHORTEST_OF_TWO ? 1 : 2
  const distances = known
    .slice(0, MOST_COMPARED)
    .filter((one) => hasItsLetters(word, one, most))
    .map((one) => [one, distance(word, one, most)] as const)
  const least = Math.min(most, ...distances.map(([, slips]) => slips))
  return distances
    .filter(([, slips]) => slips === least)
    .slice(0, MOST_RESEMBLING)
    .map(([one]) => one)
}

/** Whether as many of its letters stand in the other word as must: cheap, and true of few words. */
function hasItsLetters(word: string, one: string, most: number): boolean {
  let missing = 0
  for (const letter of word) if (!one.includes(letter) && ++missing > most) return false
  return true
}

/** Of a longer word its beginning may be all that was typed so far. */
function distance(word: string, one: string, most: number): number {
  const whole = editDistance(word, one, most)
  return word.length < SHORTEST_OF_TWO ? whole : Math.min(whole, editDistance(word, one.slice(0, word.length), most))
}
