import { computed, reactive, shallowRef } from 'vue'

/** How large the letters are, in hundredths of the usual size: 100, 125, 160, 200. */
export const letterSizes = ['normal', 'large', 'largest', 'double'] as const
export type LetterSize = (typeof letterSizes)[number]

/** The usual colours; or every text at 7:1 and every edge at 3:1 at least, dark on light or light on dark. */
export const contrasts = ['normal', 'light', 'dark'] as const
export type Contrast = (typeof contrasts)[number]

export interface Aids {
  letters: LetterSize
  contrast: Contrast
  slower: boolean
  lower: boolean
}
/** Those that are either on or off. */
export type Aid = 'slower' | 'lower'

const noAids: Aids = { letters: 'normal', contrast: 'normal', slower: false, lower: false }
/** What *Modo accesible* sets at once. */
const accessibleMode: Aids = { letters: 'double', contrast: 'light', slower: true, lower: true }

/** What makes the kiosk easier to read and to reach, for the visitor who chose it. */
export function createAids() {
  const aids = reactive({ ...noAids })
  /** What the visitor had chosen before *Modo accesible*; null while it is off. */
  const before = shallowRef<Aids | null>(null)
  const isAccessible = computed({
    get: () => before.value !== null,
    set(on: boolean) {
      if (on === isAccessible.value) return
      const next = before.value ?? accessibleMode
      before.value = on ? { ...aids } : null
      Object.assign(aids, next)
    },
  })
  /** Movement only adorns here: whoever asks for any aid does without. */
  const isStill = computed(() => isAccessible.value || (Object.keys(noAids) as (keyof Aids)[]).some((aid) => aids[aid] !== noAids[aid]))

  function forgetAids(): void {
    before.value = null
    Object.assign(aids, noAids)
  }

  /** The classes of the root element by which the theme knows what was chosen. */
  const aidClasses = computed(() => ({
    contrast: aids.contrast !== 'normal',
    dark: aids.contrast === 'dark',
    lower: aids.lower,
    still: isStill.value,
    larger: aids.letters !== 'normal',
    largest: aids.letters === 'largest' || aids.letters === 'double',
    double: aids.letters === 'double',
  }))
  return { aids, isAccessible, aidClasses, forgetAids }
}
