import { isTextControl, putBack } from '../../ui/typing/typing.ts'

/** Remembers a field's text and caret from before a key press. */
export interface HeldField {
  /** Restores them. */
  putBack(): void
}

/** Null where the key press writes into no field. */
export function holdField(target: EventTarget | null): HeldField | null {
  if (!isTextControl(target)) return null
  const { value, selectionStart, selectionEnd } = target
  return {
    putBack() {
      if (target.isConnected && target.value !== value) putBack(target, { value, start: selectionStart, end: selectionEnd })
    },
  }
}
