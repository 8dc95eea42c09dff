import { createMessages } from '../../../renderer/i18n/i18n.ts'
import { languageOf, uiLocales } from '../../../renderer/i18n/languages.ts'

const words = await Promise.all(uiLocales.map(async (locale) => ({ locale, messages: (await languageOf(locale).locales[locale]?.())?.default ?? {} })))

/** The messages of a page to whose person every language was already spoken, so that a test may change it without waiting. */
export function createEveryLanguage() {
  const i18n = createMessages()
  // Where not even the first language has it, a person would read the key.
  i18n.global.setMissingHandler((locale, key) => {
    if (locale === i18n.global.fallbackLocale.value) throw new Error(`no words for ${key}`)
  })
  for (const { locale, messages } of words) i18n.global.setLocaleMessage(locale, messages)
  return i18n
}
