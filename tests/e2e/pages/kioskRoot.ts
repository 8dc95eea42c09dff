import type { Language } from '../../../renderer/i18n/languages.ts'
import type { Words } from '../../../renderer/areas/speech/describe.ts'
import type { Aids } from '../../../renderer/stores/aids.ts'

interface Globals {
  $pinia: { state: { value: { session: { language: Language; aids: Aids } } }; _s: Map<string, { touched(mode: 'reading'): Promise<void> }> }
  $t: Words
  $i18n: { locale: string }
}

/** The element that the application stands in: its store says what the visitor has chosen, its words are those on the screen. */
export interface KioskRoot extends Element {
  __vue_app__: { config: { globalProperties: Globals } }
}
