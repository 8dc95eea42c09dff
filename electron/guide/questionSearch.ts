import { indexedWords, matchingQuestions, openQuestionIndex } from '../cache/queries/questionIndex.ts'
import type { Faq } from '../../shared/utility-api/generated/types.gen.ts'
import { meantBy, wordsIn, type Meant } from './meantWords.ts'

export interface QuestionSearch {
  /** Those that have every word that is searched for, or else any; the best first. */
  find: (text: string) => Faq[]
  close: () => void
}

/** Searches frequent questions. Capitals, accents and slips of the finger are forgiven. */
export function createQuestionSearch(faqs: readonly Faq[]): QuestionSearch {
  const index = openQuestionIndex(faqs)
  const counts = indexedWords(index)
  const known = [...counts.keys()]
  const isEverywhere = ({ words }: Meant): boolean => words.some((word) => (counts.get(word) ?? 0) > faqs.length / 2)
  const match = (meant: readonly Meant[], join: 'AND' | 'OR'): number[] =>
    meant.length > 0 ? matchingQuestions(index, meant.map(expressionOf).join(` ${join} `)) : []

  return {
    find(text) {
      const meant = wordsIn(text).map((word) => meantBy(word, known))
      const found = meant.filter(({ words }) => words.length > 0)
      const all = found.length === meant.length ? match(found, 'AND') : []
      const places = all.length > 0 ? all : match(telling(found, isEverywhere), 'OR')
      return places.flatMap((place) => faqs[place] ?? [])
    },
    close: () => void index.close(),
  }
}

const SHORT = 4

/** Of several words, those that tell questions apart: neither short nor in most of them. */
function telling(meant: readonly Meant[], isEverywhere: (one: Meant) => boolean): readonly Meant[] {
  const rare = meant.filter((one) => !isEverywhere(one) && one.words.some(({ length }) => length >= SHORT))
  return rare.length > 0 ? rare : meant
}

/** Words are letters and figures alone, so that nothing typed is taken for a sign of the search's own language. */
const expressionOf = ({ words, begin }: Meant): string => `(${words.map((word) => `"${word}"${begin ? ' *' : ''}`).join(' OR ')})`
