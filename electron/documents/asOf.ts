import { formatDate } from '../../shared/domain/dates.ts'
import { wordsOf } from './commonWords.ts'
import type { PaperLocale } from './paperLocale.ts'
import type { PrintedOn } from './printedOn.ts'

/** The sentence of a paper that says from when the utility's data are, in the words for no date where that is not known. */
export function asOfSentence(asOf: PrintedOn | null, locale: PaperLocale): string {
  const words = wordsOf(locale)
  return asOf ? words.asOf(formatDate(asOf.date, locale, 'long'), asOf.time) : words.noDate
}
