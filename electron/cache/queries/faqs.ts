import type { Faq } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

const byName = new Intl.Collator('es').compare

/** More nobody reads, and a feed may bring any number. */
const MOST = 200

/** The same as long as the feed has changed nothing: a small number, to be asked for at every letter typed. */
export function faqVersion(db: ReadableDb): string {
  const row = query<[], unknown>(db, 'SELECT origin, cursor, complete, changes_applied FROM feed_state').get()
  return JSON.stringify(row)
}

/**
 * The frequent questions in the first of the wanted locales that there is (`['pt', 'es-UY']`; another variant of its language rather than the next,
 * any language rather than none), with those for all who speak the language. Categories and what they hold stand in the utility's order.
 */
export function listFaqs(db: ReadableDb, wanted: readonly string[]): Faq[] {
  const chosen = chooseLocale(query<[], string>(db, availableLocales).pluck().all(), wanted.map(lower))
  const rows = query<[string, string], { data: string }>(db, faqsInOrder).all(chosen, languageOf(chosen))
  return inOrder(rows.map(fromData<Faq>))
}

export function findFaq(db: ReadableDb, id: string): Faq | null {
  const row = query<[string], { data: string }>(db, 'SELECT data FROM faq WHERE id = ? AND deleted = 0').get(id)
  return row ? fromData<Faq>(row) : null
}

const availableLocales = "SELECT DISTINCT lower(data ->> 'locale') FROM faq WHERE deleted = 0 ORDER BY 1"

/** Chosen before any is read whole. `fitting` comes first: a window over the table itself takes its values from the texts instead of the index. */
const faqsInOrder = `
  WITH fitting AS (
    SELECT rowid AS place, data ->> 'category' AS category, data ->> 'position' AS position
    FROM faq WHERE deleted = 0 AND lower(data ->> 'locale') IN (?, ?)
  ), chosen AS (
    SELECT place FROM fitting ORDER BY min(position) OVER (PARTITION BY category), category, position LIMIT ${MOST}
  )
  SELECT data FROM chosen JOIN faq ON faq.rowid = chosen.place`

const lower = (text: string): string => text.toLowerCase()
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
