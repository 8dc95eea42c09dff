import { computed, ref, shallowRef, type Ref } from 'vue'
import { layouts, type KeyboardLayout } from './keyboardLayouts.ts'
import { eraseIn, typeInto, type TextControl } from './typing.ts'

const isLayout = (name: string | undefined): name is KeyboardLayout => name !== undefined && Object.hasOwn(layouts, name)

/**
 * Joins the touch keyboard to the fields of `area`: it writes into the one that was focused last, with the keys which that field asks for
 * in `data-keys`, and goes on there should the focus have gone astray.
 */
export function useTouchTyping(area: Readonly<Ref<HTMLElement | null>>, first: KeyboardLayout) {
  const current = shallowRef<TextControl | null>(null)
  const keys = ref<KeyboardLayout>(first)
  const fields = (): TextControl[] => [...(area.value?.querySelectorAll<TextControl>('[data-keys]') ?? [])]

  function onFocus({ target }: FocusEvent): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
    current.value = target
    if (isLayout(target.dataset.keys)) keys.value = target.dataset.keys
  }

  function within(change: (field: TextControl) => void): void {
    const field = current.value?.isConnected ? current.value : fields().find(({ dataset }) => dataset.keys === keys.value)
    if (!field) return
    if (document.activeElement !== field) field.focus({ preventScroll: true })
    change(field)
  }

  return {
    layout: computed(() => keys.value),
    onFocus,
    type: (text: string): void => within((field) => typeInto(field, text)),
    erase: (): void => within(eraseIn),
    /** To the field that comes after the current one. */
    next: (): void => within((field) => fields()[fields().indexOf(field) + 1]?.focus({ preventScroll: true })),
  }
}
