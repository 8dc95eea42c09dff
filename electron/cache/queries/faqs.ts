import type { Faq } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

const byName = new Intl.Collator('es').compare

/** More nobody reads, and a feed may bring any number. */
const MOST = 200

/** The same as long as no frequent question has changed. */
export function faqVersion(db: ReadableDb): string {
  const rows = query<[], { id: string; rev: number }>(db, 'SELECT id, rev FROM faq WHERE deleted = 0 ORDER BY id').all()
  return JSON.stringify(rows.map(({ id, rev }) => [id, rev]))
}

/**
 * The frequent questions in the first of the wanted locales that there is (`['pt', 'es-UY']`; another variant of its language rather than the next,
 * any language rather than none), with those for all who speak the language. Categories and what they hold stand in the utility's order.
 */
export function listFaqs(db: ReadableDb, wanted: readonly string[]): Faq[] {
  const faqs = query<[], { data: string }>(db, 'SELECT data FROM faq WHERE deleted = 0')
    .all()
    .map(fromData<Faq>)
  const chosen = chooseLocale([...new Set(faqs.map(localeOf))].sort(), wanted.map(lower))
  const fitting = faqs.filter((faq) => localeOf(faq) === chosen || localeOf(faq) === languageOf(chosen))
  return inOrder(fitting).slice(0, MOST)
}

const lower = (text: string): string => text.toLowerCase()
const localeOf = ({ locale }: Faq): string => lower(locale)
const languageOf = (locale: string): string => locale.split('-')[0] ?? locale

function chooseLocale(available: readonly string[], wanted: readonly string[]): string {
  for (const locale of wanted) {
    const variant = available.find((one) => languageOf(one) === languageOf(locale))
    const suiting = [locale, languageOf(locale)].find((one) => available.includes(one)) ?? variant
    if (suiting !== undefined) return suiting
  }
  return available[0] ?? ''
}

function inOrder(faqs: readonly Faq[]): Faq[] {
  const places = new Map<string, number>()
  for (const { category, position } of faqs) places.set(category, Math.min(position, places.get(category) ?? position))
  const placeOf = ({ category }: Faq): number => places.get(category) ?? 0
  return faqs.toSorted(
    (one, other) =>
      placeOf(one) - placeOf(other) || byName(one.category, other.category) || one.position - other.position || byName(one.question, other.question),
  )
}
