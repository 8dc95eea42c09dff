import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'

/** The languages that the utility's papers are written in: each zone's own, not the screen's. */
export type PaperLocale = 'es-MX' | 'es-UY'

/** The paper's language of a zone: its country's, whatever language the zone's locale adds. */
export const paperLocale = ({ locale, currency }: Pick<Zone, 'locale' | 'currency'>): PaperLocale =>
  locale?.endsWith('-UY') || currency === 'UYU' ? 'es-UY' : 'es-MX'

/** Picks a paper's words by its language. A language that is added does not compile until every paper has its words. */
export const paperWords =
  <Words>(words: Record<PaperLocale, Words>) =>
  (locale: PaperLocale): Words =>
    words[locale]
