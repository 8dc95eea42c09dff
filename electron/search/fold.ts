/** A longer one is no word of a name or an address. */
const LONGEST_WORD = 40

/** Without capitals and accents; an ñ is an n. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')

/** The words of a text as the index knows them: letters and digits alone, so that any of them can stand in a query of FTS5. */
export const wordsIn = (text: string): string[] => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, LONGEST_WORD))

/** Its letters and digits in one piece. */
export const compact = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '')
