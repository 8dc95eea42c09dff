import type { Messages } from '../locales/words.ts'
import type { KeyboardLayout } from '../ui/typing/keyboardLayouts.ts'

interface LanguageEntry {
  /** In itself: it is never translated. */
  name: string
  /** The keys for sentences. */
  keyboard: KeyboardLayout
  /** The locale that dates are written in, given that of the account's zone. */
  dates: (zoneLocale: string) => string
  /** Its words, by locale. The first has all of them; a further one has what is said otherwise at branches of that locale. */
  locales: Record<string, () => Promise<{ default: Messages }>>
}

const registry = {
  es: {
    name: 'Español',
    keyboard: 'letters',
    dates: (zoneLocale: string) => zoneLocale,
    locales: { 'es-MX': () => import('../locales/es-MX.ts'), 'es-UY': () => import('../locales/es-UY.ts') },
  },
  en: {
    name: 'English',
    keyboard: 'letters',
    // The day comes first, as on the bill in the person's hand and in the dates that they type.
    dates: () => 'en-GB',
    locales: { en: () => import('../locales/en.ts') },
  },
  pt: {
    name: 'Português',
    keyboard: 'portuguese',
    dates: () => 'pt',
    locales: { pt: () => import('../locales/pt.ts') },
  },
} satisfies Record<string, LanguageEntry>

/** What the person chooses; which Spanish it is, the branch's zone decides. */
export type Language = keyof typeof registry
type LocaleOf<L extends Language> = L extends Language ? keyof (typeof registry)[L]['locales'] : never
/** A language as it is spoken somewhere: what the words on screen are chosen by. */
export type UiLocale = LocaleOf<Language>

/** A new language is one entry above and its files in `renderer/locales`. */
export const languages: Readonly<Record<Language, LanguageEntry>> = registry
/** In the order in which the switch shows them. */
export const languageCodes = Object.keys(registry) as Language[]
/** The one that every visitor starts with. */
export const firstLanguage: Language = 'es'

const localesOf = (language: Language) => Object.keys(languages[language].locales) as [UiLocale, ...UiLocale[]]
export const uiLocales = languageCodes.flatMap(localesOf)

/** The locale of a language at a branch: `es` is es-UY where the home zone is Uruguay's, es-MX elsewhere. */
export function uiLocale(language: Language, homeLocale: string | undefined): UiLocale {
  const locales = localesOf(language)
  return locales.find((locale) => locale === homeLocale) ?? locales[0]
}

/** The language that a locale belongs to. */
export const languageOf = (locale: string): LanguageEntry => Object.values(languages).find(({ locales }) => locale in locales) ?? languages[firstLanguage]
