import MiniSearch from 'minisearch'
import type { Faq } from '../../shared/utility-api/generated/types.gen.ts'

export interface QuestionSearch {
  /** Those that have every word that is searched for, or else any of the longer ones, which tell more, or else any; the best first. */
  find: (text: string) => Faq[]
}

/** What of an answer is searched: indexing longer ones would hold up whoever types. */
const SEARCHED = 1_000
const MOST_WORDS = 12
const LONGEST_WORD = 40
/** Less than this part of the best is not worth a look. */
const WORTH = 0.1
/** What stands in the question counts more than what stands in its answer. */
const boost = { question: 8, category: 3 }

/** Searches frequent questions. Capitals, accents and slips of the finger are forgiven, and the beginning of a word is enough. */
export function createQuestionSearch(faqs: readonly Faq[]): QuestionSearch {
  const index = new MiniSearch<Faq & { place: number }>({
    idField: 'place',
    fields: ['question', 'category', 'answer'],
    extractField: (faq, field) => (field === 'answer' ? faq.answer.slice(0, SEARCHED) : String(faq[field as keyof Faq])),
    tokenize: wordsIn,
    processTerm: (word) => word,
    searchOptions: { boost, prefix: (word) => word.length >= SHORT, fuzzy: slipsIn },
  })
  index.addAll(faqs.map((faq, place) => ({ ...faq, place })))
  function match(words: readonly string[], combineWith: 'AND' | 'OR'): Faq[] {
    const results = index.search({ queries: [...words], combineWith })
    const best = results[0]?.score ?? 0
    return results.filter(({ score }) => score >= WORTH * best).flatMap(({ id }) => faqs[Number(id)] ?? [])
  }

  return {
    find(text) {
      const words = wordsIn(text).slice(0, MOST_WORDS)
      const long = words.filter(({ length }) => length >= SHORT)
      const all = match(words, 'AND')
      if (all.length > 0) return all
      const some = match(long, 'OR')
      return some.length > 0 ? some : match(words, 'OR')
    },
  }
}

/** The words of a text without capitals and accents. */
function wordsIn(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, LONGEST_WORD))
}

const SHORT = 4
const LONG = 7

/** So many letters of a word may be wrong; a short one resembles too many. */
function slipsIn(word: string): number {
  if (word.length < SHORT) return 0
  return word.length < LONG ? 1 : 2
}
