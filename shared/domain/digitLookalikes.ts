/** Letters that are taken for digits when they are copied from paper or read by a machine. */
const DIGIT_OF: Record<string, string> = { O: '0', I: '1', L: '1', '|': '1', S: '5', B: '8' }
const LOOKALIKE = /[OILSB|]/giu
/** Beyond these a text is no number with some letters in it. */
const MOST_LETTERS = 6

const digitFor = (letter: string): string => DIGIT_OF[letter.toUpperCase()] ?? letter

/**
 * Reads the letters that look like digits as digits: `4O98991l` → `40989911`. Only for places where nothing but digits can stand, and only
 * where digits are most of it, so that a word is not taken for a number.
 */
export function readLookalikes(text: string): string {
  const letters = text.match(LOOKALIKE)?.length ?? 0
  const digits = text.match(/\d/gu)?.length ?? 0
  return letters > digits ? text : text.replace(LOOKALIKE, digitFor)
}

/** Every letter that looks like a digit as that digit: for keys of which both sides are made in this way. */
export const readAllLookalikes = (text: string): string => text.replace(LOOKALIKE, digitFor)

/**
 * As `readLookalikes` where letters and digits are mixed: the one way to read some letters as digits so that the rule is met, or null where there is
 * none or more than one.
 */
export function readLookalikesByRule(text: string, isMet: (text: string) => boolean): string | null {
  const places = [...text.matchAll(LOOKALIKE)].map(({ index }) => index)
  if (places.length > MOST_LETTERS) return null
  const ways = Array.from({ length: 2 ** places.length - 1 }, (_, way) =>
    places.reduce((read, place, bit) => ((way + 1) & (1 << bit) ? read.slice(0, place) + digitFor(read.charAt(place)) + read.slice(place + 1) : read), text),
  )
  const [only, ...more] = ways.filter(isMet)
  return only !== undefined && more.length === 0 ? only : null
}

const TWINS: Record<string, string> = { O: '0', I: '1', S: '5', B: '8', L: '1', 0: 'O', 1: 'I', 5: 'S', 8: 'B' }

/** Every other way to read what looks alike, both ways: `KO7` → `K07`. None where there are too many. */
export function otherSpellings(text: string): string[] {
  const places = [...text].flatMap((character, place) => (TWINS[character] === undefined ? [] : [place]))
  if (places.length > MOST_LETTERS) return []
  return Array.from({ length: 2 ** places.length - 1 }, (_, way) =>
    [...text]
      .map((character, place) => ((way + 1) & (1 << places.indexOf(place)) && places.includes(place) ? (TWINS[character] ?? character) : character))
      .join(''),
  )
}

/** What was perhaps meant, as it was typed but for the letters, and which letter stands there for which digit. */
export interface Lookalike {
  meant: string
  letters: { letter: string; digit: string }[]
}

/** Judged by form alone: letters among digits that look like them. The letters that a number begins with stay. Null where there are none. */
export function findLookalikes(text: string): Lookalike | null {
  const first = text.search(/\d/u)
  if (first < 0) return null
  const tail = text.slice(first)
  const letters = [...new Set((tail.match(LOOKALIKE) ?? []).map((letter) => letter.toUpperCase()))]
  if (letters.length === 0) return null
  return { meant: text.slice(0, first) + tail.replace(LOOKALIKE, digitFor), letters: letters.map((letter) => ({ letter, digit: digitFor(letter) })) }
}
