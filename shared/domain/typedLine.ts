import { plainText } from './requestText.ts'
import type { Read } from './typedFields.ts'

/** The contract names no limit; nobody's name is longer. */
export const LONGEST_NAME = 200

/** On one line, without what cannot be seen. */
export const onOneLine = (typed: string): string => plainText(typed.replace(/\p{Cf}/gu, '')).replace(/\s+/gu, ' ')

export function readName(typed: string, required = true): Read<string> {
  const name = onOneLine(typed)
  if (name === '') return required ? { problem: 'empty' } : { value: '' }
  return name.length > LONGEST_NAME ? { problem: 'too-long' } : { value: name }
}
