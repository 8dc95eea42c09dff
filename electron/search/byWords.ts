import { MOST_HITS, type HowFound } from '../../shared/contract/search.ts'
import type { ReadableDb } from '../cache/db.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { findByWords, type FoundAccount } from '../cache/queries/search.ts'
import { wholeWordsOf } from './abbreviations.ts'
import type { Dictionary } from './dictionary.ts'
import { closedLast, type Found } from './hits.ts'
import { identifierKey } from './identifierKey.ts'
import { matchOfAll, matchOfAllButOne, type Wanted } from './matchText.ts'
import { gradeOf, type TypedWord } from './ranking.ts'
import type { TypedText } from './typedText.ts'

/** So many are compared with one another; the index has more of a common word alone, and nobody looks through them. */
const MOST_RANKED = 200
/** With so many that have every word as typed, none of them was typed wrong. */
const ENOUGH = 10
/** Of words that are all but one of what was typed, where two are not enough to tell a customer. */
const FEWEST_FOR_ALL_BUT_ONE = 3
/** A shorter figure stands in the middle of every other number. */
const FEWEST_FIGURES = 4
const OF_RECENT = 1
const SHORTENED = 0.25

/** The accounts whose name and address have the words, those that have them as typed before others. */
export function accountsByWords(db: ReadableDb, dictionary: Dictionary, typed: TypedText, recent: readonly string[]): Found[] {
  const { needed, others } = typed
  const found = new Map<string, Found>()
  const add = (match: string | null, how: HowFound, words: readonly TypedWord[]): void => {
    if (match === null) return
    const accounts = findByWords(db, match, MOST_RANKED).filter(({ id }) => !found.has(id))
    for (const one of closedLast(bestOf(db, accounts, words, { others, recent, how }))) found.set(one.account.id, one)
  }
  const beginning = (word: TypedWord): Wanted => beginningWith(word, dictionary)
  const asTyped = needed.map((text): TypedWord => ({ text, meant: new Map(wholeWordsOf(text).map((word) => [word, SHORTENED])) }))
  if (asTyped.every((word) => isKnown(word, dictionary))) add(matchOfAll(asTyped.map(exactly)), 'exact', asTyped)
  if (found.size < MOST_HITS) add(matchOfAll(asTyped.map(beginning)), 'beginning', asTyped)
  if (found.size >= ENOUGH) return [...found.values()]
  const asMeant = asTyped.map(({ text, meant }): TypedWord => {
    return { text, meant: new Map([...dictionary.alike(text).map(({ word, cost }) => [word, cost] as const), ...meant]) }
  })
  add(matchOfAll(asMeant.map(beginning)), 'similar', asMeant)
  if (found.size === 0 && asMeant.length >= FEWEST_FOR_ALL_BUT_ONE) add(matchOfAllButOne(asMeant.map(beginning)), 'partly', asMeant)
  return [...found.values()]
}

/** It stands in no dictionary. */
const isFigure = (text: string): boolean => /[0-9]/.test(text)

const isKnown = ({ text, meant }: TypedWord, dictionary: Dictionary): boolean =>
  isFigure(text) || dictionary.has(text) || [...meant.keys()].some((word) => dictionary.has(word))

const exactly = ({ text, meant }: TypedWord): Wanted => ({ columns: ['name', 'place'], words: [text, ...meant.keys()] })

function beginningWith({ text, meant }: TypedWord, dictionary: Dictionary): Wanted {
  if (!isFigure(text)) return { columns: ['name', 'place'], words: [...new Set([...dictionary.beginningWith(text), ...meant.keys()])] }
  if (text.length < FEWEST_FIGURES) return { columns: ['name', 'place'], words: [text] }
  return { columns: ['name', 'place', 'keys'], words: [text], beginnings: [identifierKey(text)] }
}

interface Ranking {
  others: readonly string[]
  recent: readonly string[]
  how: HowFound
}

function bestOf(db: ReadableDb, accounts: readonly FoundAccount[], words: readonly TypedWord[], { others, recent, how }: Ranking): Found[] {
  const graded = accounts.map(({ id, ...account }) => {
    const { score, by } = gradeOf(words, others, account)
    return { id, by, score: score + (recent.includes(id) ? OF_RECENT : 0) }
  })
  const best = graded.sort((one, other) => other.score - one.score).slice(0, MOST_HITS)
  return best.flatMap(({ id, by }) => {
    const account = findAccount(db, id)
    return account ? [{ account, by, how }] : []
  })
}
