import type { ReadableDb } from '../cache/db.ts'
import { dictionaryState, listDictionary } from '../cache/queries/search.ts'
import { editsBetween } from './edits.ts'
import { soundOf } from './sounds.ts'

/** A word of the index that was perhaps meant: the lower the cost, the likelier. */
export interface Alike {
  word: string
  cost: number
}

/** The words of all names and addresses, in memory: every one of them is compared with a word that was typed wrong. */
export interface Dictionary {
  has(word: string): boolean
  /** Those that begin so, the shortest first. */
  beginningWith(beginning: string): string[]
  /** The likeliest first. */
  alike(word: string): Alike[]
}

/** Every one more is a term that the index must look for. */
const MOST_ALIKE = 16
/** Instead of FTS5's own search by beginnings, which reads the accounts of every word that begins so before it answers the first. */
const MOST_BEGINNING = 40
const FEWEST_LETTERS = 4
const LONG = 8
/** Two spellings of one sound. */
const SAME_SOUND = 0.5
/** A word that was not typed to its end. */
const UNFINISHED = 0.75
const LETTERS_OF_UNFINISHED = 5

interface Entry {
  word: string
  sound: string
  /** A bit for each letter that occurs: words that have little in common are left out by it. */
  letters: number
  soundLetters: number
}

interface Loaded {
  state: string
  entries: ReadonlyMap<string, Entry>
  /** In order of the alphabet. */
  sorted: readonly string[]
}

const loadedOf = new WeakMap<ReadableDb, Loaded>()

/** Read again only after it has changed. */
export function openDictionary(db: ReadableDb): Dictionary {
  const state = dictionaryState(db)
  let loaded = loadedOf.get(db)
  if (loaded?.state !== state) loadedOf.set(db, (loaded = load(db, state, loaded?.entries)))
  const { entries, sorted } = loaded
  return { has: (word) => entries.has(word), beginningWith: (beginning) => beginningIn(sorted, beginning), alike: (word) => alikeIn(entries, word) }
}

function load(db: ReadableDb, state: string, known: Loaded['entries'] = new Map()): Loaded {
  const words = listDictionary(db)
  return { state, entries: new Map(words.map((word) => [word, known.get(word) ?? entryOf(word)])), sorted: words.toSorted() }
}

function beginningIn(sorted: readonly string[], beginning: string): string[] {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((sorted[middle] ?? '') < beginning) from = middle + 1
    else to = middle
  }
  const found: string[] = []
  for (let at = from; sorted[at]?.startsWith(beginning); at += 1) found.push(sorted[at] ?? '')
  return found.sort((one, other) => one.length - other.length).slice(0, MOST_BEGINNING)
}

function entryOf(word: string): Entry {
  const sound = soundOf(word)
  return { word, sound, letters: lettersOf(word), soundLetters: lettersOf(sound) }
}

function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

function alikeIn(entries: Loaded['entries'], typed: string): Alike[] {
  if (typed.length < FEWEST_LETTERS) return []
  const most = typed.length < LONG ? 1 : 2
  const meant = entryOf(typed)
  const found: Alike[] = []
  for (const entry of entries.values()) {
    const cost = costOf(meant, entry, most)
    if (cost !== null && entry.word !== typed) found.push({ word: entry.word, cost })
  }
  return found.sort((one, other) => one.cost - other.cost || one.word.localeCompare(other.word)).slice(0, MOST_ALIKE)
}

/** null: not alike. */
function costOf(typed: Entry, entry: Entry, most: number): number | null {
  if (entry.word.length < FEWEST_LETTERS - 1) return null
  const costs: number[] = []
  if (Math.abs(entry.word.length - typed.word.length) <= most && differing(entry.letters, typed.letters) <= 2 * most) {
    const edits = editsBetween(typed.word, entry.word, most)
    if (edits <= most) costs.push(edits)
  }
  if (entry.sound === typed.sound) costs.push(SAME_SOUND)
  else if (Math.abs(entry.sound.length - typed.sound.length) <= most && differing(entry.soundLetters, typed.soundLetters) <= 2 * most) {
    const edits = editsBetween(typed.sound, entry.sound, most)
    if (edits <= most) costs.push(edits + SAME_SOUND)
  }
  const unfinished = costOfUnfinished(typed, entry)
  if (unfinished !== null) costs.push(unfinished)
  return costs.length > 0 ? Math.min(...costs) : null
}

function costOfUnfinished(typed: Entry, entry: Entry): number | null {
  const { length } = typed.word
  if (length < LETTERS_OF_UNFINISHED || entry.word.length < length + 2) return null
  const beginning = entry.word.slice(0, length)
  if (differing(lettersOf(beginning), typed.letters) > 2) return null
  const edits = editsBetween(typed.word, beginning, 1)
  return edits <= 1 ? edits + UNFINISHED : null
}

/** How many letters occur in one of the two words alone. */
function differing(one: number, other: number): number {
  let bits = one ^ other
  bits -= (bits >>> 1) & 0x55555555
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
