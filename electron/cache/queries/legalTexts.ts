import type { LegalText } from '../../../shared/utility-api/generated/types.gen.ts'
import type { ReadableDb } from '../db.ts'
import { fromData, query } from '../statement.ts'

interface Wanted {
  kind: LegalText['kind']
  /** Best first: `['en', 'es-MX']`. */
  locales: readonly string[]
  zoneId: string | null
}

/**
 * The text that suits best: in the first of the languages that there is (any language rather than none), the zone's own before the general one,
 * though it be another country's variant of the language, since each company answers for its own; the newest version.
 */
export function findLegalText(db: ReadableDb, { kind, locales, zoneId }: Wanted): LegalText | null {
  const fitting = listLegalTexts(db, kind).filter((text) => !text.zoneId || text.zoneId === zoneId)
  const better = (one: LegalText, other: LegalText): number =>
    languageRank(one.locale, locales) - languageRank(other.locale, locales) ||
    Number(!one.zoneId) - Number(!other.zoneId) ||
    localeRank(one.locale, locales) - localeRank(other.locale, locales) ||
    other.version.localeCompare(one.version, 'en', { numeric: true })
  return fitting.sort(better)[0] ?? null
}

/** One of the texts that a zone's company publishes for everybody to read; null where it is not. */
export function findPublished(db: ReadableDb, id: string, zoneId: string): LegalText | null {
  const row = query<[string], { data: string }>(db, `SELECT data FROM legal_text WHERE id = ? AND deleted = 0 AND kind <> 'duplicateNote'`).get(id)
  const text = row ? fromData<LegalText>(row) : null
  return text && (!text.zoneId || text.zoneId === zoneId) ? text : null
}

/** All that are in force, in every language and for every zone. */
export function listLegalTexts(db: ReadableDb, kind: LegalText['kind']): LegalText[] {
  const rows = query<[string], { data: string }>(db, 'SELECT data FROM legal_text WHERE kind = ? AND deleted = 0').all(kind)
  return rows.map(fromData<LegalText>)
}

/**
 * Whether what a form showed is what the utility publishes for the zone: one of its texts of that kind, in whatever language; nothing where it
 * publishes none.
 */
export function isInForce(db: ReadableDb, kind: LegalText['kind'], zoneId: string | null, shown: { id: string; version: string } | null): boolean {
  const published = listLegalTexts(db, kind).filter((text) => !text.zoneId || text.zoneId === zoneId)
  if (!shown) return published.length === 0
  return published.some(({ id, version }) => id === shown.id && version === shown.version)
}

/** Which of the wanted languages it is in, whatever variant of it. */
function languageRank(locale: string, wanted: readonly string[]): number {
  const first = wanted.findIndex((candidate) => language(candidate) === language(locale))
  return first >= 0 ? first : wanted.length
}

function localeRank(locale: string, wanted: readonly string[]): number {
  const exact = wanted.indexOf(locale)
  return exact >= 0 ? exact : languageRank(locale, wanted) + 0.5
}

const language = (locale: string): string => locale.split('-')[0] ?? locale
