import { plainText } from './requestText.ts'
import type { Read } from './typedFields.ts'

/** In characters: a sentence or two. */
export const LONGEST_REASON = 300

/** Why a clerk closes or reprints something, in their words. `optional`: it may be left empty. */
export function readStaffReason(typed: string, { optional }: { optional: boolean }): Read<string> {
  const reason = plainText(typed)
  if (reason === '' && !optional) return { problem: 'empty' }
  return reason.length > LONGEST_REASON ? { problem: 'too-long' } : { value: reason }
}
