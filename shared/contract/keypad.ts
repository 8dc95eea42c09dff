import { z } from 'zod'

/** As `KeyboardEvent.key` or `KeyboardEvent.code` names it. A key that types a character is none. */
const keyName = z
  .string('must be the name of a key')
  .regex(/^[A-Z]\w{1,30}$/u, 'must be the name of a key, such as F13')
  .refine((name) => !/^Key[A-Z]$/u.test(name), 'must not be a key that types a letter')

/** The keys of the keypad beside the screen. */
export const keypad = z.strictObject({
  next: keyName,
  previous: keyName,
  activate: keyName,
  help: keyName,
  /** Sent by keypads that have the headphones' socket in them; null where the sound card tells of it, or nothing does. */
  plugged: keyName.nullable(),
  unplugged: keyName.nullable(),
})
export type Keypad = z.infer<typeof keypad>

/** No keyboard has them, so that nobody presses one by mistake; accessible keypads can be set to them. */
export const usualKeypad: Keypad = { next: 'F13', previous: 'F14', activate: 'F15', help: 'F16', plugged: null, unplugged: null }
