import type { Language } from '../../../renderer/i18n/languages.ts'
import type { Aids } from '../../../renderer/stores/aids.ts'

/** The element that the application stands in: its store says what the visitor has chosen. */
export interface KioskRoot extends Element {
  __vue_app__: { config: { globalProperties: { $pinia: { state: { value: { session: { language: Language; aids: Aids } } } } } } }
}
