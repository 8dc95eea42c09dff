import { MOST_HITS, type SearchHit } from '../../shared/contract/search.ts'
import type { ReadableDb } from '../cache/db.ts'
import { findAccount } from '../cache/queries/accounts.ts'
import { accountsByBeginning, accountsByIdentifier } from './byIdentifier.ts'
import { accountsByWords } from './byWords.ts'
import { openDictionary } from './dictionary.ts'
import { createHits, type Found } from './hits.ts'
import { readTypedText } from './typedText.ts'

export interface SearchOptions {
  /** The accounts that were served in this shift, the newest first: found first among equals, and without a text. */
  recent?: readonly string[]
}

/**
 * The customers whom a text names, the likeliest first. An account's own number, in whatever spelling, is an answer by itself; else what begins
 * so, then names and addresses: all words, then their beginnings, then words that are much alike, then all words but one. Reads of one
 * moment of the cache where the caller holds a transaction.
 */
export function search(db: ReadableDb, text: string, { recent = [] }: SearchOptions = {}): SearchHit[] {
  const found = text.trim() === '' ? recentOnes(db, recent) : findByText(db, text, recent)
  return createHits(db, found)
}

const recentOnes = (db: ReadableDb, recent: readonly string[]): Found[] =>
  recent.slice(0, MOST_HITS).flatMap((id) => {
    const account = findAccount(db, id)
    return account ? [{ account, by: 'recent', how: 'exact' }] : []
  })

function findByText(db: ReadableDb, text: string, recent: readonly string[]): Found[] {
  const typed = readTypedText(text)
  const identified = accountsByIdentifier(db, typed)
  if (identified.length > 0) return identified.slice(0, MOST_HITS)
  const beginning = accountsByBeginning(db, typed)
  const known = new Set(beginning.map(({ account }) => account.id))
  const byWords = known.size < MOST_HITS ? accountsByWords(db, openDictionary(db), typed, recent) : []
  return [...beginning, ...byWords.filter(({ account }) => !known.has(account.id))].slice(0, MOST_HITS)
}
