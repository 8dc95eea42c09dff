import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { createMessages, useLocale } from '../../../renderer/i18n/i18n.ts'
import { languageCodes, languageOf, uiLocales, type UiLocale } from '../../../renderer/i18n/languages.ts'
import { layouts } from '../../../renderer/ui/typing/keyboardLayouts.ts'
import { eventually } from '../../fixtures/eventually.ts'

/** A page on which the person has chosen nothing yet: only the first language is there. */
function openPage() {
  const wanted = ref<UiLocale>('es-MX')
  const i18n = createMessages()
  const Page = defineComponent({
    setup: () => (useLocale(() => wanted.value), useI18n()),
    template: '<p>{{ t("common.close") }}</p>',
  })
  return { wanted, i18n: i18n.global, page: mount(Page, { global: { plugins: [i18n] } }) }
}

it('brings the words of a language when it is chosen, and speaks it as soon as they are there', async () => {
  const { wanted, i18n, page } = openPage()
  expect([i18n.availableLocales, page.text()]).toEqual([['es-MX'], 'Cerrar'])
  wanted.value = 'en'
  await eventually(() => expect(page.text()).toBe('Close'))
  expect([i18n.availableLocales, document.documentElement.lang]).toEqual([['en', 'es-MX'], 'en'])
})

it('speaks the language that was chosen last, whichever words come first', async () => {
  const { wanted, i18n, page } = openPage()
  wanted.value = 'pt'
  await page.vm.$nextTick()
  wanted.value = 'es-MX'
  await eventually(() => expect(i18n.availableLocales).toContain('pt'))
  expect([page.text(), document.documentElement.lang]).toEqual(['Cerrar', 'es-MX'])
})

it('speaks a variant of a language with the rest of the words of the first', async () => {
  const { wanted, i18n } = openPage()
  wanted.value = 'es-UY'
  await eventually(() => expect(i18n.locale.value).toBe('es-UY'))
  expect([i18n.t('app.emergencies.gas.touchNothing.detail'), i18n.t('common.close')]).toEqual(['Ni luces, ni fósforos, ni aparatos eléctricos.', 'Cerrar'])
})

it.each(uiLocales)('%s belongs to a language with a name and a keyboard', (locale) => {
  const { name, keyboard, locales } = languageOf(locale)
  expect(name).not.toBe('')
  expect(Object.keys(layouts)).toContain(keyboard)
  expect(languageCodes.some((code) => locale.startsWith(code)) && locale in locales).toBe(true)
})
