import type { FoundAccount } from '../cache/queries/search.ts'

/** A word that was typed, with the words of the index that it was perhaps meant as and what each costs. */
export interface TypedWord {
  text: string
  meant: ReadonlyMap<string, number>
}

export interface Grade {
  score: number
  by: 'name' | 'address'
}

const EXACT = 10
const MEANT = 9
const BEGINNING = 7
/** What a letter wrong takes away. */
const PER_EDIT = 2
/** A name tells more than an address. */
const OF_PLACE = 0.6
const OF_WHOLE_NAME = 2
const OF_ORDER = 0.5
const OF_OTHER = 1

/** How well an account's words answer those that were typed. Each of its words answers for one: *García García* wants both. */
export function gradeOf(typed: readonly TypedWord[], others: readonly string[], { nameWords, placeWords }: Omit<FoundAccount, 'id'>): Grade {
  const names = answersIn(typed, nameWords)
  const places = answersIn(typed, placeWords)
  let [score, byName, byPlace] = [0, 0, 0]
  for (const [place] of typed.entries()) {
    const [inName, inPlace] = [names.scores[place] ?? 0, (places.scores[place] ?? 0) * OF_PLACE]
    score += Math.max(inName, inPlace)
    if (inName >= inPlace && inName > 0) byName += 1
    else if (inPlace > 0) byPlace += 1
  }
  if (byName > 0) score += (OF_WHOLE_NAME * byName) / nameWords.length
  if (isAscending(names.taken)) score += OF_ORDER
  const known = [...nameWords, ...placeWords]
  score += OF_OTHER * others.filter((other) => (other.length > 1 ? known.includes(other) : nameWords.some((word) => word.startsWith(other)))).length
  return { score, by: byPlace > byName ? 'address' : 'name' }
}

function answersIn(typed: readonly TypedWord[], words: readonly string[]): { scores: number[]; taken: number[] } {
  const free = new Set(words.keys())
  const taken: number[] = []
  const scores = typed.map((word) => {
    let [best, at] = [0, -1]
    for (const place of free) {
      const answer = answerOf(word, words[place] ?? '')
      if (answer > best) [best, at] = [answer, place]
    }
    free.delete(at)
    if (at >= 0) taken.push(at)
    return best
  })
  return { scores, taken }
}

function answerOf({ text, meant }: TypedWord, word: string): number {
  if (word === text) return EXACT
  const cost = meant.get(word)
  const asMeant = cost === undefined ? 0 : MEANT - PER_EDIT * cost
  const asBeginning = word.startsWith(text) ? BEGINNING + text.length / word.length : 0
  return Math.max(asMeant, asBeginning)
}

const isAscending = (places: readonly number[]): boolean => places.length > 1 && places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))
