import { describe, expect, it } from 'vitest'
import { languageOf, languages, uiLocale, uiLocales } from '../../../renderer/i18n/languages.ts'
import { createEveryLanguage } from './everyLanguage.ts'
import { waitInWords } from '../../../renderer/i18n/fieldWords.ts'
import { fieldProblem, problemCodes } from '../../../shared/problems.ts'

const { global: i18n } = createEveryLanguage()

function paths(messages: object, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? paths(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}
const messagesOf = (locale: string): object => i18n.getLocaleMessage(locale)
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort()

function textAt(messages: object, path: string): string {
  let found: unknown = messages
  for (const key of path.split('.')) found = (found as Record<string, unknown>)[key]
  return found as string
}

describe('locales', () => {
  it.each(uiLocales)('%s has words and a next step for every problem', (locale) => {
    i18n.locale.value = locale
    for (const code of problemCodes) {
      for (const part of ['what', 'next']) {
        const path = `problems.${code}.${part}`
        expect(i18n.t(path)).not.toBe(path)
        expect(i18n.t(path)).not.toBe('')
      }
    }
  })

  it.each(uiLocales)('%s has words for every reason why a field is not accepted', (locale) => {
    i18n.locale.value = locale
    for (const reason of fieldProblem.options) expect(i18n.t(`fields.other.${reason}`)).not.toBe(`fields.other.${reason}`)
  })

  it.each(uiLocales.filter((locale) => languageOf(locale) !== languages.es))('%s says exactly what es-MX says, with the same blanks', (locale) => {
    const spanish = messagesOf('es-MX')
    expect(paths(messagesOf(locale)).sort()).toEqual(paths(spanish).sort())
    for (const path of paths(spanish)) {
      expect([path, placeholders(textAt(messagesOf(locale), path))]).toEqual([path, placeholders(textAt(spanish, path))])
    }
  })

  it('es-UY says only what it says otherwise than es-MX', () => {
    const uruguay = messagesOf('es-UY')
    for (const path of paths(uruguay)) expect(textAt(uruguay, path)).not.toBe(textAt(messagesOf('es-MX'), path))
    i18n.locale.value = 'es-UY'
    expect(i18n.t('app.emergencies.gas.touchNothing.detail')).toContain('fósforos')
    expect(i18n.t('app.back')).toBe('Volver')
  })

  it('es-UY speaks of one thing by one word', () => {
    i18n.locale.value = 'es-UY'
    const leaks = paths(messagesOf('es-MX')).filter((path) => /fuga/iu.test(textAt(messagesOf('es-MX'), path)))
    expect(leaks.length).toBeGreaterThan(5)
    for (const path of leaks) expect(i18n.t(path)).toMatch(/pérdida/u)
  })

  it('is Spanish as it is spoken at the branch', () => {
    expect([uiLocale('es', 'es-UY'), uiLocale('es', 'es-MX'), uiLocale('es', undefined), uiLocale('pt', 'es-UY')]).toEqual(['es-UY', 'es-MX', 'es-MX', 'pt'])
  })

  it('says how long a wait is', () => {
    i18n.locale.value = 'es-MX'
    const words = (seconds: number): string => waitInWords(i18n.t, seconds)
    expect([words(1), words(16), words(120), words(290)]).toEqual(['1 segundo', '16 segundos', '2 minutos', '5 minutos'])
  })
})
