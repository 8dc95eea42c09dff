import { computed, ref, shallowRef, type Ref } from 'vue'
import { wantsStroke } from '../../../shared/domain/typedDate.ts'
import { endEmail } from './emailEndings.ts'
import { layouts, type KeyboardLayout } from './keyboardLayouts.ts'
import { eraseIn, typeInto, type TextControl } from './typing.ts'

const isLayout = (name: string | undefined): name is KeyboardLayout => name !== undefined && Object.hasOwn(layouts, name)

/** Day, month and year of a date are set apart without a touch of their own. */
function typeWithStroke(field: TextControl, text: string): void {
  typeInto(field, text)
  const stroke = field.closest<HTMLElement>('[data-stroke]')?.dataset.stroke
  if (stroke && text !== stroke && wantsStroke(field.value)) typeInto(field, stroke)
}

/** What *Siguiente* stops at, in its order. */
const stopsIn = (area: HTMLElement | null): HTMLElement[] => [...(area?.querySelectorAll<HTMLElement>('[data-keys], [role=combobox]') ?? [])]

/**
 * Joins the touch keyboard to the fields of `area`: it writes into the one that was focused last, with the keys which that field asks for
 * in `data-keys`, and goes on there should the focus have gone astray.
 */
export function useTouchTyping(area: Readonly<Ref<HTMLElement | null>>, first: () => KeyboardLayout) {
  const current = shallowRef<TextControl | null>(null)
  const keys = ref<KeyboardLayout>(first())
  const fields = (): TextControl[] => [...(area.value?.querySelectorAll<TextControl>('[data-keys]') ?? [])]

  function onFocus({ target }: FocusEvent): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
    current.value = target
    if (isLayout(target.dataset.keys)) keys.value = target.dataset.keys
  }

  /** In another language the same field asks for other keys. */
  function askAgain(): void {
    const asked = current.value?.isConnected ? current.value.dataset.keys : first()
    if (isLayout(asked)) keys.value = asked
  }

  const stops = (): HTMLElement[] => stopsIn(area.value)
  /** The control that has the focus; where none has, the field that was written in last. */
  const at = (): HTMLElement | null => stops().find((stop) => stop === document.activeElement) ?? current.value

  /** Behind a choice comes the field after it: what is typed there never goes on in the one before. */
  function fieldHere(): TextControl | undefined {
    const here = at()
    if (here?.role !== 'combobox' && current.value?.isConnected) return current.value
    const after = here ? fields().find((field) => here.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) : undefined
    return after ?? fields().find(({ dataset }) => dataset.keys === keys.value)
  }

  function within(change: (field: TextControl) => void): void {
    const field = fieldHere()
    if (field && document.activeElement !== field) field.focus({ preventScroll: true })
    if (field) change(field)
  }

  return {
    layout: computed(() => keys.value),
    onFocus,
    askAgain,
    type: (text: string): void => within((field) => typeWithStroke(field, text)),
    erase: (): void => within(eraseIn),
    end: (ending: string): void => within((field) => endEmail(field, ending)),
    /** To the field or choice that comes after the current one. */
    next: (): void => {
      const here = at()
      const following = here?.isConnected ? stops()[stops().indexOf(here) + 1] : fieldHere()
      following?.focus({ preventScroll: true })
    },
  }
}
