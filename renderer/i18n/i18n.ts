import { createI18n } from 'vue-i18n'
import { en } from '../locales/en.ts'
import { esMX } from '../locales/es-MX.ts'
import { esUY } from '../locales/es-UY.ts'
import { pt } from '../locales/pt.ts'

export const uiLocales = ['es-MX', 'es-UY', 'en', 'pt'] as const
export type UiLocale = (typeof uiLocales)[number]

/** What the person chooses; which Spanish it is, the branch's zone decides. */
export const languages = ['es', 'en', 'pt'] as const
export type Language = (typeof languages)[number]

/** Names of the languages in themselves: they are never translated. */
export const languageNames: Record<Language, string> = { es: 'Español', en: 'English', pt: 'Português' }

export const createMessages = () =>
  createI18n({
    legacy: false,
    locale: 'es-MX',
    fallbackLocale: { 'es-UY': ['es-MX'], default: ['es-MX'] },
    messages: { 'es-MX': esMX, 'es-UY': esUY, en, pt },
  })

/** The locale of a language at a branch: `es` is es-UY where the home zone is Uruguay's, es-MX elsewhere. */
export function uiLocale(language: Language, homeLocale: string | undefined): UiLocale {
  if (language !== 'es') return language
  return homeLocale === 'es-UY' ? 'es-UY' : 'es-MX'
}

/**
 * Dates on screen: the zone's way in Spanish, else the chosen language's. In English the day comes first too, as on the bill in the person's
 * hand and in the dates that they type.
 */
export function dateLocale(ui: string, zoneLocale: string): string {
  if (ui.startsWith('es')) return zoneLocale
  return ui === 'en' ? 'en-GB' : ui
}
