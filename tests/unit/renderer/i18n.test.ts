import { expect, test } from 'vitest'
import { computed } from 'vue'
import { createMessages } from '../../../renderer/i18n/i18n.ts'
import english from '../../../renderer/locales/en.ts'

test('Words asked for before are those of the language that is chosen now, on the screen that stands', () => {
  const { global: messages } = createMessages()
  const onScreen = computed(() => messages.t('common.finish'))
  expect(onScreen.value).toBe('Terminar')
  messages.setLocaleMessage('en', english)
  messages.locale.value = 'en'
  expect(onScreen.value).toBe('Finish')
  messages.locale.value = 'es-MX'
  expect(onScreen.value).toBe('Terminar')
})

test('Words that something is put into are made each time', () => {
  const { t } = createMessages().global
  expect(t('guide.questions.found', { count: 1 }, 1)).toBe('Encontramos 1 pregunta')
  expect(t('guide.questions.found', { count: 2 }, 2)).toBe('Encontramos 2 preguntas')
})
