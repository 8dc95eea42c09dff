import type { Keypad } from '../../../shared/contract/keypad.ts'

export type KeypadKey = keyof Keypad

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>

/** Which key of the keypad it is, if any. F1 is the help key of a keyboard; Tab goes where *next* goes, once the keypad or the voice is in use. */
export function keypadKeyOf(event: Pressed, keypad: Keypad | undefined, isInUse: boolean): KeypadKey | null {
  for (const [key, name] of Object.entries(keypad ?? {})) if (name !== null && (name === event.key || name === event.code)) return key as KeypadKey
  if (event.ctrlKey || event.altKey || event.metaKey) return null
  if (event.key === 'F1') return 'help'
  if (event.key !== 'Tab' || !isInUse) return null
  return event.shiftKey ? 'previous' : 'next'
}
