import { keypad, usualKeypad } from '../../shared/contract/keypad.ts'

/** What `ventanilla.json` may say of the keypad: any of its keys; the others stay as usual. */
export const keypadSettings = keypad
  .partial()
  .transform((given) => ({ ...usualKeypad, ...given }))
  .refine((keys) => {
    const names = Object.values(keys).filter((name) => name !== null)
    return new Set(names).size === names.length
  }, 'must give each key another name')
  .default(usualKeypad)
