import type { Read } from './typedFields.ts'
import { seenText } from './typedLine.ts'

/** In characters: a sentence or two. */
export const LONGEST_REASON = 300

/** A letter, digit, sign or symbol; the blank of Braille is a symbol that nobody sees. */
const VISIBLE = /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}]/u

/** Why a clerk closes or reprints something, in their words, of which nothing hides or turns others around. `optional`: it may be left empty. */
export function readStaffReason(typed: string, { optional }: { optional: boolean }): Read<string> {
  const seen = seenText(typed)
  const reason = VISIBLE.test(seen) ? seen : ''
  if (reason === '' && !optional) return { problem: 'empty' }
  return reason.length > LONGEST_REASON ? { problem: 'too-long' } : { value: reason }
}
