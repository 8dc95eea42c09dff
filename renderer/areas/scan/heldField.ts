import { isTextControl, putBack } from '../../ui/typing/typing.ts'

/** A field as it was before a key wrote into it. */
export interface HeldField {
  /** Takes away what was written since. */
  putBack(): void
}

/** Null where the key writes nowhere. */
export function holdField(target: EventTarget | null): HeldField | null {
  if (!isTextControl(target)) return null
  const { value, selectionStart, selectionEnd } = target
  return {
    putBack() {
      if (target.isConnected && target.value !== value) putBack(target, { value, start: selectionStart, end: selectionEnd })
    },
  }
}
