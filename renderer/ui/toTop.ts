import type { InjectionKey } from 'vue'

/** Puts the place of the screens back to its top: another screen stands in it. */
export const toTopKey: InjectionKey<() => void> = Symbol('toTop')
