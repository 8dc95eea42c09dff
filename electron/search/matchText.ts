/** Any of these words, in one column or another. */
export interface Wanted {
  columns: readonly ('name' | 'place' | 'keys')[]
  words: readonly string[]
  /** The same as beginnings of words. */
  beginnings?: readonly string[]
}

/** Anything in quotes is a string for FTS5; quotes within are doubled. Words hold letters and digits alone: this is for whoever forgets it. */
const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`

function anyOf({ columns, words, beginnings = [] }: Wanted): string {
  const terms = [...words.map(quoted), ...beginnings.map((word) => `${quoted(word)}*`)]
  return `{${columns.join(' ')}} : (${terms.join(' OR ')})`
}

/** An expression for MATCH: one of each. Null where nothing can be found. */
export function matchOfAll(wanted: readonly Wanted[]): string | null {
  const possible = wanted.every(({ words, beginnings = [] }) => words.length + beginnings.length > 0)
  return wanted.length > 0 && possible ? wanted.map((each) => `(${anyOf(each)})`).join(' AND ') : null
}

/** All but one of them, whichever that is. */
export function matchOfAllButOne(wanted: readonly Wanted[]): string | null {
  const ways = wanted.map((_, left) => matchOfAll(wanted.filter((__, place) => place !== left)))
  const possible = ways.filter((way) => way !== null)
  return possible.length > 0 ? possible.map((way) => `(${way})`).join(' OR ') : null
}
