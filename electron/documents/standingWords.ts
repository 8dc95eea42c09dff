import type { InvoiceStanding, OwedStanding } from '../../shared/contract/account.ts'
import { formatDate, type DateStyle } from '../../shared/domain/dates.ts'
import type { Labelled } from './labelled.ts'
import { wordsOf } from './commonWords.ts'
import type { PaperLocale } from './paperLocale.ts'

/** The words for how an invoice stands: the same on every paper. */

/** By when one that is owed is paid, or was to be. */
export const dueOf = ({ kind, on }: OwedStanding, locale: PaperLocale, style: DateStyle): Labelled => ({
  label: wordsOf(locale).dueWords[kind],
  value: formatDate(on, locale, style),
})

/** Set large on what need not be paid, or not by this paper: `PAGADA`; null on what is to be paid and on what its amount says already. */
export function stampOf({ kind }: InvoiceStanding, locale: PaperLocale): string | null {
  const { stamps } = wordsOf(locale)
  return kind === 'paid' || kind === 'cancelled' || kind === 'outdated' ? stamps[kind] : null
}
