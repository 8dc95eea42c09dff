import { watch } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import spanish from '../locales/es-MX.ts'
import type { Messages } from '../locales/words.ts'
import { languageOf, type UiLocale } from './languages.ts'

/** Whose words are there from the start, and stand where another locale says nothing of its own. */
const FIRST_LOCALE = 'es-MX' satisfies UiLocale

export const createMessages = () => {
  const messages: Record<string, Messages> = { [FIRST_LOCALE]: spanish }
  const i18n = createI18n({ legacy: false, locale: FIRST_LOCALE, fallbackLocale: FIRST_LOCALE, messages })
  i18n.global.t = rememberingPlain(i18n.global.t, () => i18n.global.locale.value)
  return i18n
}

/** Words that nothing is put into are made once in each language: a screen has a hundred of them, and to make them is half of what it costs to write it. */
function rememberingPlain<T extends (key: string) => string>(translate: T, locale: () => string): T {
  const made = new Map<string, string>()
  const remembering = (key: string, ...parts: []): string => {
    if (parts.length > 0) return translate(key, ...parts)
    const name = `${locale()} ${key}`
    const known = made.get(name) ?? translate(key)
    made.set(name, known)
    return known
  }
  return remembering as T
}

/** Puts the screen into a locale as soon as its words are there; until then it stays in the one before. */
export function useLocale(wanted: () => UiLocale): void {
  const i18n = useI18n()
  async function choose(locale: UiLocale): Promise<void> {
    const load = languageOf(locale).locales[locale]
    if (load && !i18n.availableLocales.includes(locale)) {
      i18n.setLocaleMessage(locale, (await load()).default)
      if (wanted() !== locale) return
    }
    i18n.locale.value = locale
    document.documentElement.lang = locale
  }
  watch(wanted, choose, { immediate: true })
}

/** Dates on screen: as the language writes them, which in Spanish is the zone's way. */
export const dateLocale = (ui: string, zoneLocale: string): string => languageOf(ui).dates(zoneLocale)
